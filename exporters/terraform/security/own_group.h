#pragma once

#include <string_view>

namespace lintel::exporters::terraform::security {

/// As the peer of a rule row: the Terraform name of a group that no block stands for follows. No id begins so.
inline constexpr std::string_view kOwnGroup = "@group/";

}  // namespace lintel::exporters::terraform::security
