#pragma once

#include "model/analysis/connected_networks.h"

#include <vector>

namespace lintel::model::analysis {

/// Two networks that use the same addresses.
struct RangeConflict {
    BlockId a;  ///< a VPC
    BlockId b;
    Cidr range;                     ///< what they share
    std::vector<std::string> path;  ///< what joins them, from a to b; empty while nothing does

    bool isConnected() const { return !path.empty(); }
};

/// Every pair of networks of the design, one of them a VPC, with ranges in common: those that are joined, which cannot
/// work, and those that are not yet, which can never be joined. In id order, each pair once, with its first overlap.
std::vector<RangeConflict> rangeConflicts(const graph::ArchitectureGraph& graph, const Routes& routes);

/// VPCs, offices, the far ends of tunnels and clients of a VPN, with the ranges that could be read. In id order.
std::vector<Network> networksOf(const graph::ArchitectureGraph& graph, const Routes& routes);

}  // namespace lintel::model::analysis
