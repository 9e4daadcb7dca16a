#include "model/edit/transaction.h"
#include "model/lint/delivery.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

bool rollsBackItself(const Context& context, const BlockId& target)
{
    return context.graph.value(target, "rollback").toString() == "automatic";
}

void checkPipeline(const Context& context, const BlockId& pipeline, Report& report, std::set<BlockId>& told)
{
    Delivery delivery = deliveryOf(context.graph, pipeline, AtCodeDeploy::Stop);
    std::erase_if(delivery.targets, [&](const BlockId& target) { return rollsBackItself(context, target); });
    if (delivery.targets.empty()) return;
    told.insert(delivery.targets.begin(), delivery.targets.end());

    const std::string name = labelOf(context.graph, pipeline);
    auto finding = report.add(pipeline);
    finding.with("name", name)
        .with("targets", labelsOf(context.graph, delivery.targets))
        .witness(std::move(delivery.path));
    if (!context.graph.isKind(pipeline, "codedeploy")) return;
    edit::Transaction transaction(context.document);
    transaction.setProperty(pipeline, "auto-rollback", true);
    finding.fix("auto-rollback", true, transaction.finish({"rule.no-rollback.fix.auto-rollback", {{"name", name}}}));
}

bool saysNone(const Context& context, const BlockId& id)
{
    if (context.graph.isKind(id, "codedeploy")) return !context.graph.value(id, "auto-rollback").toBool();
    return context.graph.value(id, "rollback").toString() == "none";
}

/// A service that says itself that nothing brings it back, and whose pipeline does not say otherwise.
void checkTargets(const Context& context, Report& report, const std::set<BlockId>& told)
{
    std::set<BlockId> checked;
    for (const Connection& drawn : context.graph.connections()) {
        if (drawn.relation != "deploy" || told.contains(drawn.to)) continue;
        if (context.graph.value(drawn.to, "rollback").toString() != "none") continue;
        const bool answered = context.graph.isKind(drawn.from, "codedeploy")
                                  ? !saysNone(context, drawn.from)
                                  : context.graph.value(drawn.from, "rollback").toString() == "automatic";
        if (answered || context.graph.fact(drawn.to, "role") == "delivery" || !checked.insert(drawn.to).second)
            continue;
        report.add(drawn.to)
            .variant("target")
            .with("name", labelOf(context.graph, drawn.to))
            .with("pipeline", labelOf(context.graph, drawn.from))
            .witness({drawn.from.text(), drawn.id.text(), drawn.to.text()});
    }
}

void check(const Context& context, Report& report)
{
    std::set<BlockId> told;
    for (const char* kind : {"ci-server", "codedeploy", "github-actions"})
        for (const BlockId& pipeline : context.graph.blocksOfKind(kind))
            if (saysNone(context, pipeline)) checkPipeline(context, pipeline, report, told);
    checkTargets(context, report, told);
}

}  // namespace

Rule noRollback() { return {"no-rollback", "operations", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
