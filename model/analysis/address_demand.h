#pragma once

#include "model/analysis/eks_capacity.h"
#include "model/graph/architecture_graph.h"

#include <cstdint>
#include <map>
#include <vector>

namespace lintel::model::analysis {

/// Addresses that one block takes from a subnet when it is as large as it may become.
struct AddressDemand {
    BlockId block;
    std::int64_t count = 0;

    bool operator==(const AddressDemand&) const = default;
};

/// By subnet, each list in id order: one for an instance, an interface endpoint, a NAT gateway or a network load
/// balancer; eight for an Application Load Balancer; two for a database or cache node, whose successor is made before
/// it goes; nodes with their pods; the control plane of EKS. What the drawing does not say (a group without a size)
/// counts nothing.
std::map<BlockId, std::vector<AddressDemand>> addressDemand(const graph::ArchitectureGraph& graph,
                                                            const std::vector<EksPlan>& clusters);

/// Free addresses that an Application Load Balancer wants in each of its subnets to grow.
inline constexpr std::int64_t kLoadBalancerAddresses = 8;

}  // namespace lintel::model::analysis
