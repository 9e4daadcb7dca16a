#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::terraform::folder {

/// The SHA-256 digest (FIPS 180-4) in lower case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace lintel::exporters::terraform::folder
