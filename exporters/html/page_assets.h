#pragma once

#include <string_view>

namespace lintel::exporters::html {

/// resources/html/page.css and page.js, linked into the binary.
std::string_view pageStyle();
std::string_view pageScript();

}  // namespace lintel::exporters::html
