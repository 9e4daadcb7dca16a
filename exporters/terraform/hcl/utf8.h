#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::terraform::hcl::utf8 {

/// Bytes that are not UTF-8 become U+FFFD.
std::u32string decoded(std::string_view bytes);
std::string encoded(char32_t point);
std::string encoded(std::u32string_view points);

}  // namespace lintel::exporters::terraform::hcl::utf8
