#pragma once

#include "model/analysis/routes.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// A network with addresses of its own: a VPC, an office, the far end of a tunnel, the clients of a VPN.
struct Network {
    BlockId owner;
    std::vector<Cidr> ranges;
};

/// Two networks, at least one of them a VPC, that are drawn as one routed space.
struct ConnectedPair {
    Network a;  ///< a VPC
    Network b;
    std::vector<std::string> path;  ///< ids from `a` to `b`, over what connects them
};

/// Every pair that peering, transit gateways, VPN, Direct Connect or virtual private gateways join; a peering joins
/// its two VPCs only. In id order, each pair once; lives as long as the graph.
const std::vector<ConnectedPair>& connectedPairs(const graph::ArchitectureGraph& graph, const Routes& routes);

}  // namespace lintel::model::analysis
