#pragma once

#include "model/edit/change_set.h"
#include "model/lint/context.h"

#include <vector>

namespace lintel::model::lint::fixes {

/// The first load balancer takes over what the others do: their listeners, subnets and connections, and every
/// property that names one of them. The others go.
edit::ChangeSet mergeLoadBalancers(const Context& context, const std::vector<BlockId>& loadBalancers, Message caption);

}  // namespace lintel::model::lint::fixes
