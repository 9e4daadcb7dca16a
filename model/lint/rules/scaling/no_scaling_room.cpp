#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

/// A policy that nobody spoke of is unknown; one that is said to be missing is missing.
bool isSaidToHaveNoPolicy(const Context& context, const BlockId& group)
{
    return context.graph.block(group)->property("scaling-policy").toString() == "none";
}

void check(const Context& context, Report& report)
{
    for (const BlockId& group : context.graph.blocksOfKind("auto-scaling-group")) {
        const Value& least = context.graph.value(group, "min");
        const Value& most = context.graph.value(group, "max");
        // A group of one keeps one server alive: that is what it is for.
        if (!least.isInteger() || !most.isInteger() || most.toInteger() < 2) continue;
        const bool isFixed = least.toInteger() == most.toInteger();
        if (!isFixed && (least.toInteger() > most.toInteger() || !isSaidToHaveNoPolicy(context, group))) continue;

        const std::string name = labelOf(context.graph, group);
        const std::int64_t room = isFixed ? most.toInteger() * 2 : most.toInteger();
        edit::Transaction transaction(context.document);
        transaction.setProperty(group, "max", room);
        transaction.setProperty(group, "scaling-policy", "target-tracking");
        auto finding = report.add(group);
        finding.with("name", name).with("count", most.scalarText()).with("least", least.scalarText());
        if (!isFixed) finding.variant("no-policy");
        // More servers cost more: only the policy alone is set unasked.
        finding.fix("target-tracking", !isFixed,
                    transaction.finish({isFixed ? "rule.no-scaling-room.fix.room" : "rule.no-scaling-room.fix.policy",
                                        {{"name", name}, {"count", std::to_string(room)}}}));
    }
}

}  // namespace

Rule noScalingRoom() { return {"no-scaling-room", "scaling", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
