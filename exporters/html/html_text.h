#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::html {

/// A user's text as content or as an attribute's value in double quotes: shown literally, whatever it holds.
std::string escaped(std::string_view text);

}  // namespace lintel::exporters::html
