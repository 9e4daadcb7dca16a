#pragma once

#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::analysis {

/// Leads to other private networks: peerings, transit and VPN gateways, Direct Connect.
bool isPrivateGateway(const graph::ArchitectureGraph& graph, const BlockId& block);

/// The peering connections and transit gateways that both VPCs are attached to.
std::vector<BlockId> linksBetween(const graph::ArchitectureGraph& graph, const BlockId& one, const BlockId& other);

/// Gateways of the VPC (or attached to it) that a drawn chain of VPN and Direct Connect links to the network.
std::vector<BlockId> gatewaysTo(const graph::ArchitectureGraph& graph, const BlockId& network, const BlockId& vpc);

}  // namespace lintel::model::analysis
