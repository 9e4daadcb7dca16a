#pragma once

#include "model/analysis/pod_limits.h"
#include "model/graph/architecture_graph.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lintel::model::analysis {

/// The nodes of one node group when it has grown as far as it may.
struct NodeGroupPlan {
    BlockId group;
    std::string instanceType;           ///< as drawn; empty when nobody said
    const PodLimit* limit = nullptr;    ///< null for a type that the table does not know
    int nodes = 0;                      ///< the largest of max, desired and min; 0 when none is drawn
    std::vector<BlockId> subnets;       ///< over which the nodes are spread evenly
    std::int64_t addressesPerNode = 0;  ///< spare interface included; 0 without a limit

    /// In the subnet that gets most.
    std::int64_t nodesPerSubnet() const;
    std::int64_t addressesPerSubnet() const { return nodesPerSubnet() * addressesPerNode; }
};

/// What one cluster runs and needs. Numbers that the drawing does not give are absent, not guessed.
struct EksPlan {
    BlockId cluster;
    std::vector<NodeGroupPlan> groups;  ///< in id order
    std::optional<std::int64_t>
        plannedPods;  ///< replicas of all workloads and the system's own; absent when one does not say
    std::optional<std::int64_t> podSlots;  ///< pods with an address of their own that all nodes hold together
    std::optional<std::int64_t> podSlotsWithoutZone;  ///< the same while the zone with the most nodes is gone
    std::vector<BlockId> subnets;                     ///< where the control plane has its interfaces

    /// The control plane's interfaces in each of its subnets: four at most over all of them, doubled while an upgrade
    /// makes the new ones before it deletes the old.
    std::int64_t controlPlanePerSubnet() const;
};

/// Pods that every cluster runs besides the workloads, with addresses of their own: two of CoreDNS.
inline constexpr std::int64_t kSystemPods = 2;

/// Every EKS cluster of the design, in id order.
std::vector<EksPlan> eksPlans(const graph::ArchitectureGraph& graph);

/// How many instances or nodes the group may grow to: the largest of max, desired and min; 0 when none is drawn.
int largestSize(const graph::ArchitectureGraph& graph, const BlockId& group);

}  // namespace lintel::model::analysis
