#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// The first cluster does not fit itself: one finding is enough.
bool isShortAlready(const Context& context, const std::vector<BlockId>& subnets)
{
    return std::any_of(subnets.begin(), subnets.end(), [&](const BlockId& id) {
        const analysis::SubnetPlan* plan = context.addresses.subnet(id);
        return plan && plan->isTooSmall();
    });
}

void check(const Context& context, Report& report)
{
    for (const analysis::EksPlan& plan : context.addresses.clusters()) {
        const auto second = context.addresses.secondCluster(plan.cluster);
        if (!second || second->fits() || isShortAlready(context, second->without)) continue;
        report.add(plan.cluster)
            .with("name", labelOf(context.graph, plan.cluster))
            .with("subnets", labelsOf(context.graph, second->without))
            .witness(texts(second->without));
    }
}

}  // namespace

Rule eksParallelHeadroom()
{
    return {"eks-parallel-headroom", "capacity", Severity::Warning, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
