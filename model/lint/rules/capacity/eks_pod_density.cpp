#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// So many more nodes of the first group that every pod finds a place.
edit::ChangeSet addNodes(const Context& context, const analysis::EksPlan& plan)
{
    const analysis::NodeGroupPlan& group = plan.groups.front();
    const std::int64_t each = group.limit->ownPods();
    if (each <= 0) return {};
    const std::int64_t nodes = group.nodes + (*plan.plannedPods - *plan.podSlots + each - 1) / each;
    edit::Transaction transaction(context.document);
    transaction.setProperty(group.group, "max", nodes);
    return transaction.finish({"rule.eks-pod-density.fix.nodes",
                               {{"name", labelOf(context.graph, group.group)}, {"count", std::to_string(nodes)}}});
}

void check(const Context& context, Report& report)
{
    for (const analysis::EksPlan& plan : context.addresses.clusters()) {
        if (!plan.plannedPods || !plan.podSlots || *plan.podSlots >= *plan.plannedPods) continue;
        std::vector<BlockId> groups;
        for (const analysis::NodeGroupPlan& group : plan.groups) groups.push_back(group.group);
        report.add(plan.cluster)
            .with("name", labelOf(context.graph, plan.cluster))
            .with("nodes", labelsOf(context.graph, groups))
            .with("slots", std::to_string(*plan.podSlots))
            .with("pods", std::to_string(*plan.plannedPods))
            .witness(texts(groups))
            .fix("more-nodes", false, addNodes(context, plan));
    }
}

}  // namespace

Rule eksPodDensity() { return {"eks-pod-density", "capacity", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
