#pragma once

#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::lint {

/// People out on the internet, or the internet as such. Who sits in a drawn office is not among them.
bool isPublic(const graph::ArchitectureGraph& graph, const BlockId& caller);

/// Drawn calls from the internet to the block itself, in id order; what CloudFront or a load balancer hands on is not
/// asked.
std::vector<ConnectionId> publicCallsTo(const graph::ArchitectureGraph& graph, const BlockId& block);

bool isInternetFacing(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer);

/// Who answers behind the load balancer: hosts in place of their software, the drawn instances in place of their Auto
/// Scaling group. Each once, in id order.
std::vector<BlockId> serversBehind(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer);

/// CloudFront distributions that read from the block.
std::vector<BlockId> distributionsBefore(const graph::ArchitectureGraph& graph, const BlockId& origin);

}  // namespace lintel::model::lint
