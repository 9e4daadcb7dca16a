#pragma once

#include "model/analysis/address_demand.h"
#include "model/analysis/eks_capacity.h"
#include "model/analysis/range_conflicts.h"
#include "model/analysis/routes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintel::model::analysis {

/// One subnet with what takes its addresses.
struct SubnetPlan {
    BlockId subnet;
    std::optional<Cidr> range;          ///< absent when it is not drawn or cannot be read
    std::vector<AddressDemand> demand;  ///< in id order

    /// Without the five that AWS keeps; 0 without a range.
    std::int64_t usable() const { return range ? range->usable() : 0; }
    std::int64_t needed() const;
    /// Below zero when it is too small.
    std::int64_t left() const { return usable() - needed(); }
    bool isTooSmall() const { return range && left() < 0; }
};

/// One VPC with its subnets and what is free between them.
struct VpcPlan {
    BlockId vpc;
    std::vector<Cidr> ranges;         ///< the first is the primary one
    std::vector<SubnetPlan> subnets;  ///< by address, those without a range last
    std::vector<Cidr> free;           ///< the fewest ranges that hold exactly what no subnet takes, by address

    std::int64_t size() const;      ///< all addresses
    std::int64_t freeSize() const;  ///< those that no subnet takes
    /// The lowest free range of the size; nothing when none is left or AWS allows no subnet of it (/16 to /28).
    std::optional<Cidr> nextRange(int prefix) const;
    /// The smallest prefix length, that is the largest range, still free; nothing when the VPC is full.
    std::optional<int> largestFree() const;
};

/// Whether a second cluster of the same size finds room beside the first, as an upgrade by replacement wants.
struct SecondCluster {
    BlockId cluster;
    std::vector<BlockId> beside;   ///< subnets that have room for both
    std::vector<Cidr> fresh;       ///< free ranges that would serve instead of the other subnets
    std::vector<BlockId> without;  ///< subnets for whose share nothing is left

    bool fits() const { return without.empty(); }
};

/// Who has which addresses, what is free, and what collides. A value, worked out once from a snapshot.
class AddressPlan {
public:
    AddressPlan(const graph::ArchitectureGraph& graph, const Routes& routes)
        : AddressPlan(graph, routes, graph::ReadRecorder())
    {
    }

    const std::vector<VpcPlan>& vpcs() const { return noted().m_vpcs; }  ///< in id order
    const std::vector<EksPlan>& clusters() const { return noted().m_clusters; }
    const std::vector<RangeConflict>& conflicts() const { return noted().m_conflicts; }
    /// Null when there is no such VPC or subnet.
    const VpcPlan* vpc(const BlockId& id) const;
    const SubnetPlan* subnet(const BlockId& id) const;

    /// Nothing when the drawing does not say where the cluster's nodes run and how many.
    std::optional<SecondCluster> secondCluster(const BlockId& cluster) const;

    /// The lowest range of the size that overlaps no network of the design, in the private ranges of RFC 1918: for the
    /// next VPC. Nothing when there is none, or outside /16 to /28.
    std::optional<Cidr> nextVpcRange(int prefix) const;

private:
    AddressPlan(const graph::ArchitectureGraph& graph, const Routes& routes, const graph::ReadRecorder& recorder);

    /// Who asks it counts as having read what it was made from.
    const AddressPlan& noted() const
    {
        if (graph::ReadSet* reads = graph::ReadRecorder::current()) reads->merge(m_reads);
        return *this;
    }
    const VpcPlan* vpcHolding(const BlockId& subnet) const;

    std::vector<VpcPlan> m_vpcs;
    std::vector<EksPlan> m_clusters;
    std::vector<RangeConflict> m_conflicts;
    std::vector<Cidr> m_taken;  ///< by all networks
    graph::ReadSet m_reads;
};

}  // namespace lintel::model::analysis
