#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <vector>

namespace lintel::model::lint::fixes {

/// Draws an internal load balancer beside an internet-facing one, for the same targets, and turns the connections
/// over to it. It gets target groups of its own (one belongs to one load balancer) and a security group that lets the
/// callers in; the targets' rules for the old group are repeated for the new one.
void addInternalLoadBalancer(const Context& context, const BlockId& publicOne, const std::vector<ConnectionId>& callers,
                             edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
