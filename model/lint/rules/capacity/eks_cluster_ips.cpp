#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

Rule eksClusterIps();

namespace {

/// "Amazon EKS networking requirements": six addresses in every cluster subnet, or AWS refuses it.
constexpr std::int64_t kNeeded = 6;

/// What is left for the control plane: without its own share, and without the nodes, which have a finding of their own.
std::int64_t leftForCluster(const Context& context, const BlockId& cluster, const analysis::SubnetPlan& subnet)
{
    std::int64_t left = subnet.usable();
    for (const analysis::AddressDemand& demand : subnet.demand)
        if (demand.block != cluster && !context.graph.isKind(demand.block, "eks-node-group")) left -= demand.count;
    return left;
}

bool isAlone(const BlockId& cluster, const analysis::SubnetPlan& subnet)
{
    return subnet.demand.size() == 1 && subnet.demand.front().block == cluster;
}

void check(const Context& context, Report& report)
{
    const std::int64_t advised = eksClusterIps().parameter(context, "advised");
    for (const analysis::EksPlan& plan : context.addresses.clusters())
        for (const BlockId& id : plan.subnets) {
            const analysis::SubnetPlan* subnet = context.addresses.subnet(id);
            if (!subnet || !subnet->range) continue;
            const std::int64_t left = leftForCluster(context, plan.cluster, *subnet);
            // A /28 of its own is what AWS advises, and has eleven.
            if (left >= std::max(kNeeded, advised) || (left >= kNeeded && isAlone(plan.cluster, *subnet))) continue;
            auto finding = report.add({plan.cluster.text(), id.text()});
            finding.with("name", labelOf(context.graph, plan.cluster))
                .with("subnet", labelOf(context.graph, id))
                .with("left", std::to_string(std::max<std::int64_t>(0, left)));
            if (left >= kNeeded) finding.variant("few").severity(Severity::Info);
        }
}

}  // namespace

Rule eksClusterIps()
{
    Rule rule{"eks-cluster-ips", "capacity", Severity::Error, Softening::ByProfile, check};
    rule.parameters = {{"advised", 16}};  // the same page: sixteen are better
    return rule;
}

}  // namespace lintel::model::lint::rules
