#include "model/analysis/eks_capacity.h"

#include "model/analysis/pod_prefixes.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

std::int64_t shareOf(std::int64_t count, std::size_t places)
{
    const auto n = static_cast<std::int64_t>(std::max<std::size_t>(1, places));
    return (count + n - 1) / n;
}

std::vector<BlockId> inside(const Graph& graph, const BlockId& cluster, const char* kind)
{
    std::vector<BlockId> found;
    for (const BlockId& block : graph.blocksOfKind(kind))
        if (graph.ancestorOfKind(block, "eks-cluster") == cluster) found.push_back(block);
    return found;
}

std::optional<std::int64_t> plannedPods(const Graph& graph, const BlockId& cluster)
{
    const std::vector<BlockId> workloads = inside(graph, cluster, "eks-workload");
    if (workloads.empty()) return std::nullopt;
    std::int64_t pods = kSystemPods;
    for (const BlockId& workload : workloads) {
        const Value& replicas = graph.value(workload, "replicas");
        if (replicas.isNull()) return std::nullopt;
        pods += std::max<std::int64_t>(0, replicas.toInteger());
    }
    return pods;
}

/// Nodes that run on an ordinary day: pods crowd on them before the group grows.
int usualSize(const Graph& graph, const BlockId& group)
{
    for (const char* key : {"desired", "min", "max"})
        if (const auto size = graph.value(group, key).toInteger(0); size > 0) return static_cast<int>(size);
    return 0;
}

NodeGroupPlan groupPlan(const Graph& graph, const BlockId& group, std::int64_t podsPerNode)
{
    NodeGroupPlan plan;
    plan.group = group;
    plan.instanceType = graph.value(group, "type").toString();
    const bool hasPrefixes = graph.value(graph.ancestorOfKind(group, "eks-cluster"), "prefix-delegation").toBool();
    plan.limit = hasPrefixes ? podLimitWithPrefixes(plan.instanceType) : podLimitOf(plan.instanceType);
    plan.nodes = largestSize(graph, group);
    plan.subnets = graph.subnetsOf(group);
    if (!plan.limit) return plan;
    const std::int64_t pods = std::min<std::int64_t>(podsPerNode, plan.limit->ownPods());
    plan.addressesPerNode =
        hasPrefixes ? addressesWithPrefixes(plan.instanceType, pods) : plan.limit->addressesFor(pods);
    return plan;
}

/// Nodes are spread evenly over the subnets of the group, the first ones get what is left over.
void addByZone(const Graph& graph, const NodeGroupPlan& group, std::map<std::string, std::int64_t>& slots)
{
    const auto places = static_cast<std::int64_t>(group.subnets.size());
    for (std::int64_t i = 0; i < places; ++i) {
        const std::int64_t nodes = group.nodes / places + (i < group.nodes % places ? 1 : 0);
        slots[graph.zoneOf(group.subnets[static_cast<std::size_t>(i)])] += nodes * group.limit->ownPods();
    }
}

void countSlots(const Graph& graph, EksPlan& plan)
{
    const bool isKnown =
        !plan.groups.empty() && std::all_of(plan.groups.begin(), plan.groups.end(),
                                            [](const NodeGroupPlan& group) { return group.limit && group.nodes > 0; });
    if (!isKnown) return;
    std::int64_t all = 0;
    std::map<std::string, std::int64_t> byZone;
    for (const NodeGroupPlan& group : plan.groups) {
        all += group.nodes * group.limit->ownPods();
        addByZone(graph, group, byZone);
    }
    plan.podSlots = all;
    // With a zone that is not drawn, nobody can say what is lost with it.
    if (byZone.empty() || byZone.contains("")) return;
    std::int64_t most = 0;
    for (const auto& [zone, slots] : byZone) most = std::max(most, slots);
    plan.podSlotsWithoutZone = all - most;
}

EksPlan planOf(const Graph& graph, const BlockId& cluster)
{
    EksPlan plan;
    plan.cluster = cluster;
    plan.plannedPods = plannedPods(graph, cluster);
    plan.subnets = graph.references(cluster, "subnets");
    const std::vector<BlockId> groups = inside(graph, cluster, "eks-node-group");
    std::int64_t nodes = 0;
    for (const BlockId& group : groups) nodes += usualSize(graph, group);
    const std::int64_t podsPerNode = shareOf(plan.plannedPods.value_or(0), static_cast<std::size_t>(nodes));
    for (const BlockId& group : groups) plan.groups.push_back(groupPlan(graph, group, podsPerNode));
    countSlots(graph, plan);
    return plan;
}

}  // namespace

int largestSize(const graph::ArchitectureGraph& graph, const BlockId& group)
{
    std::int64_t size = 0;
    for (const char* key : {"max", "desired", "min"}) size = std::max(size, graph.value(group, key).toInteger(0));
    // A number that nobody means must not overflow what is counted with it.
    return static_cast<int>(std::min<std::int64_t>(size, 1'000'000));
}

std::int64_t NodeGroupPlan::nodesPerSubnet() const { return shareOf(nodes, subnets.size()); }

std::int64_t EksPlan::controlPlanePerSubnet() const { return subnets.empty() ? 0 : 2 * shareOf(4, subnets.size()); }

std::vector<EksPlan> eksPlans(const graph::ArchitectureGraph& graph)
{
    std::vector<EksPlan> plans;
    for (const BlockId& cluster : graph.blocksOfKind("eks-cluster")) plans.push_back(planOf(graph, cluster));
    return plans;
}

}  // namespace lintel::model::analysis
