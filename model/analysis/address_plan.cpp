#include "model/analysis/address_plan.h"

#include "model/analysis/address_set.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lintel::model::analysis {

namespace {

// What AWS allows for a subnet or VPC.
constexpr int kLargestPrefix = 16;
constexpr int kSmallestPrefix = 28;

bool isAllowed(int prefix) { return prefix >= kLargestPrefix && prefix <= kSmallestPrefix; }

AddressSet setOf(const std::vector<Cidr>& ranges)
{
    AddressSet set;
    for (const Cidr& range : ranges) set = set.with(range);
    return set;
}

std::vector<Cidr> rangesOf(const std::vector<SubnetPlan>& subnets)
{
    std::vector<Cidr> ranges;
    for (const SubnetPlan& subnet : subnets)
        if (subnet.range) ranges.push_back(*subnet.range);
    return ranges;
}

bool isBefore(const SubnetPlan& a, const SubnetPlan& b)
{
    if (a.range.has_value() != b.range.has_value()) return a.range.has_value();
    const auto key = [](const SubnetPlan& plan) {
        return plan.range ? std::pair(plan.range->first(), plan.range->prefix) : std::pair(0u, 0);
    };
    return std::tuple(key(a), a.subnet) < std::tuple(key(b), b.subnet);
}

/// The smallest subnet that AWS allows with so many addresses for its owner.
std::optional<int> prefixFor(std::int64_t addresses)
{
    for (int prefix = kSmallestPrefix; prefix >= kLargestPrefix; --prefix)
        if (Cidr{0, prefix}.usable() >= addresses) return prefix;
    return std::nullopt;
}

/// By subnet: what the cluster and its nodes take.
std::map<BlockId, std::int64_t> footprintOf(const EksPlan& cluster)
{
    std::map<BlockId, std::int64_t> footprint;
    for (const BlockId& subnet : cluster.subnets) footprint[subnet] += cluster.controlPlanePerSubnet();
    for (const NodeGroupPlan& group : cluster.groups)
        for (const BlockId& subnet : group.subnets) footprint[subnet] += group.addressesPerSubnet();
    return footprint;
}

bool isSizeKnown(const EksPlan& cluster)
{
    return !cluster.groups.empty() &&
           std::all_of(cluster.groups.begin(), cluster.groups.end(), [](const NodeGroupPlan& group) {
               return group.limit && group.nodes > 0 && !group.subnets.empty();
           });
}

}  // namespace

std::int64_t SubnetPlan::needed() const
{
    std::int64_t all = 0;
    for (const AddressDemand& one : demand) all += one.count;
    return all;
}

std::int64_t VpcPlan::size() const { return static_cast<std::int64_t>(setOf(ranges).size()); }
std::int64_t VpcPlan::freeSize() const { return static_cast<std::int64_t>(setOf(free).size()); }

std::optional<Cidr> VpcPlan::nextRange(int prefix) const
{
    return isAllowed(prefix) ? nextFreeBlock(free, {}, prefix) : std::nullopt;
}

std::optional<int> VpcPlan::largestFree() const
{
    std::optional<int> largest;
    for (const Cidr& range : free)
        if (!largest || range.prefix < *largest) largest = range.prefix;
    return largest;
}

AddressPlan::AddressPlan(const graph::ArchitectureGraph& graph, const Routes& routes,
                         const graph::ReadRecorder& recorder)
    : m_clusters(eksPlans(graph)), m_conflicts(rangeConflicts(graph, routes))
{
    std::map<BlockId, std::vector<AddressDemand>> demand = addressDemand(graph, m_clusters);
    std::map<BlockId, std::vector<SubnetPlan>> subnets;
    for (const BlockId& subnet : graph.blocksOfKind("subnet")) {
        SubnetPlan plan{subnet, {}, std::move(demand[subnet])};
        if (const auto range = parseCidr(graph.value(subnet, "cidr").toString())) plan.range = range->canonical();
        subnets[graph.ancestorOfKind(subnet, "vpc")].push_back(std::move(plan));
    }
    for (const BlockId& vpc : graph.blocksOfKind("vpc")) {
        VpcPlan plan{vpc, routes.rangesOf(vpc), std::move(subnets[vpc]), {}};
        std::sort(plan.subnets.begin(), plan.subnets.end(), isBefore);
        plan.free = setOf(plan.ranges).without(setOf(rangesOf(plan.subnets))).cidrs();
        m_vpcs.push_back(std::move(plan));
    }
    for (const Network& network : networksOf(graph, routes))
        m_taken.insert(m_taken.end(), network.ranges.begin(), network.ranges.end());
    m_reads = recorder.reads();
}

const VpcPlan* AddressPlan::vpc(const BlockId& id) const
{
    const std::vector<VpcPlan>& all = vpcs();
    const auto at = std::lower_bound(all.begin(), all.end(), id,
                                     [](const VpcPlan& plan, const BlockId& key) { return plan.vpc < key; });
    return at != all.end() && at->vpc == id ? &*at : nullptr;
}

const VpcPlan* AddressPlan::vpcHolding(const BlockId& subnet) const
{
    for (const VpcPlan& vpc : vpcs())
        for (const SubnetPlan& plan : vpc.subnets)
            if (plan.subnet == subnet) return &vpc;
    return nullptr;
}

const SubnetPlan* AddressPlan::subnet(const BlockId& id) const
{
    const VpcPlan* vpc = vpcHolding(id);
    if (!vpc) return nullptr;
    return &*std::find_if(vpc->subnets.begin(), vpc->subnets.end(),
                          [&](const SubnetPlan& plan) { return plan.subnet == id; });
}

std::optional<SecondCluster> AddressPlan::secondCluster(const BlockId& cluster) const
{
    const auto plan =
        std::find_if(clusters().begin(), clusters().end(), [&](const EksPlan& one) { return one.cluster == cluster; });
    if (plan == m_clusters.end() || !isSizeKnown(*plan)) return std::nullopt;
    SecondCluster second{cluster, {}, {}, {}};
    for (const auto& [id, addresses] : footprintOf(*plan)) {
        const SubnetPlan* here = subnet(id);
        if (!here || !here->range) return std::nullopt;
        if (here->left() >= addresses) {
            second.beside.push_back(id);
            continue;
        }
        const auto prefix = prefixFor(addresses);
        const auto range = prefix ? nextFreeBlock(vpcHolding(id)->free, second.fresh, *prefix) : std::nullopt;
        if (range)
            second.fresh.push_back(*range);
        else
            second.without.push_back(id);
    }
    return second;
}

std::optional<Cidr> AddressPlan::nextVpcRange(int prefix) const
{
    static const std::vector<Cidr> kPrivate{*parseCidr("10.0.0.0/8"), *parseCidr("172.16.0.0/12"),
                                            *parseCidr("192.168.0.0/16")};
    return isAllowed(prefix) ? nextFreeBlock(kPrivate, noted().m_taken, prefix) : std::nullopt;
}

}  // namespace lintel::model::analysis
