#pragma once

#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::lint {

/// A drawn call from something in a VPC to what is outside of every VPC.
struct OutgoingCall {
    ConnectionId link;
    BlockId from;
    BlockId to;
    bool isAwsService = false;  ///< an API of the region, which an endpoint may bring into the VPC; else the internet
};

/// The calls of one host, from the software on it as well.
struct CallingHost {
    BlockId host;
    std::vector<OutgoingCall> calls;
};

/// Hosts with network interfaces of their own that are drawn calling the internet or AWS services, in id order; nodes
/// stand for their pods. What
/// only passes traffic on (load balancers, gateways, endpoints) does not call; people and offices are not asked here.
/// Lives as long as the graph.
const std::vector<CallingHost>& callingHosts(const graph::ArchitectureGraph& graph);

}  // namespace lintel::model::lint
