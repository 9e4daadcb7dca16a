#pragma once

#include "tests/exporters/terraform/exported_design.h"

#include <string>
#include <vector>

namespace lintel::exporters::terraform::test {

/// Connections that are in neither the code nor NOT-EXPORTED.md, as `id: from -> to`. The code has a connection when
/// its resources lead from one end to the other: by a target group, a rule between security groups, a policy, an
/// origin, a subscription. What merely shares a VPC, a subnet, a role or a group is not joined by it. Looks at the
/// files alone, and knows nothing of how they were made.
std::vector<std::string> unaccountedConnections(const model::Document& document, const Files& files);

}  // namespace lintel::exporters::terraform::test
