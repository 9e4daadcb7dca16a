#pragma once

#include <set>
#include <string>
#include <string_view>

namespace lintel::exporters::terraform::hcl {

/// The resources and data sources that a piece of code names: `aws_vpc.main`, `data.aws_ami.linux`. Text inside
/// quotes is no code, what `${` and `}` hold is.
std::set<std::string> referencesIn(std::string_view code);

}  // namespace lintel::exporters::terraform::hcl
