#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Auto Scaling groups that a target group hands requests to.
std::set<BlockId> balancedGroups(const Context& context)
{
    std::set<BlockId> all;
    for (const BlockId& group : context.graph.blocksOfKind("auto-scaling-group"))
        if (!context.graph.references(group, "target-groups").empty()) all.insert(group);
    for (const BlockId& targets : context.graph.blocksOfKind("target-group"))
        for (const BlockId& target : context.graph.references(targets, "targets"))
            if (context.graph.isKind(target, "auto-scaling-group")) all.insert(target);
    return all;
}

void checkGroup(const Context& context, const BlockId& group, Report& report)
{
    if (context.graph.value(group, "health-check-type").toString() != "ec2") return;
    const std::string name = labelOf(context.graph, group);
    edit::Transaction transaction(context.document);
    transaction.setProperty(group, "health-check-type", "elb");
    report.add(group)
        .with("name", name)
        .fix("elb-health-check", true, transaction.finish({"rule.health-check.fix.elb", {{"name", name}}}));
}

/// `none` is what people write when there is none; nothing said is not judged.
void checkTargets(const Context& context, const BlockId& targets, Report& report)
{
    if (context.graph.value(targets, "health-check").toString() != "none") return;
    const std::string name = labelOf(context.graph, targets);
    edit::Transaction transaction(context.document);
    transaction.setProperty(targets, "health-check", "/health");
    report.add(targets)
        .variant("targets")
        .with("name", name)
        .fix("health-path", false, transaction.finish({"rule.health-check.fix.path", {{"name", name}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& group : balancedGroups(context)) checkGroup(context, group, report);
    for (const BlockId& targets : context.graph.blocksOfKind("target-group")) checkTargets(context, targets, report);
}

}  // namespace

Rule healthCheck() { return {"health-check", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
