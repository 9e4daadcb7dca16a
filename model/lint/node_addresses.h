#pragma once

#include "model/lint/context.h"

#include <vector>

namespace lintel::model::lint {

/// Node groups that take addresses of the subnet, in id order.
std::vector<BlockId> nodeGroupsIn(const Context& context, const analysis::SubnetPlan& subnet);

/// What takes a subnet's addresses as a sum that people can follow: `5 ALB + 120 nodes`, the largest first.
std::string sumOf(const Context& context, const analysis::SubnetPlan& subnet);

}  // namespace lintel::model::lint
