#include "model/lint/decisions.h"
#include "model/lint/labels.h"
#include "model/lint/linter.h"
#include "model/lint/policy.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// The message for what is wrong with the decision; empty when nothing is.
std::string_view faultOf(const Context& context, const Waiver& waiver, bool fires)
{
    const Document& document = context.document;
    const Rule* rule = findRule(waiver.rule);
    if (!rule) return "unknown-rule";
    if (!fires) return "silent";
    if (isExpired(waiver, context.today)) return "expired";
    if (hasSubjectChanged(waiver, document)) return "changed";
    if (waiver.reason.empty()) return "no-reason";
    if (waiver.by.empty()) return "no-author";
    return {};
}

/// A rule that the team has switched off finds nothing; that says nothing about the decision.
bool isSwitchedOff(const Context& context, const Waiver& waiver)
{
    if (!context.policy) return false;
    const auto own = context.policy->rules.find(waiver.rule);
    return own != context.policy->rules.end() && own->second.isOff;
}

std::vector<std::string> subjectsThatExist(const Context& context, const Waiver& waiver)
{
    std::vector<std::string> subjects;
    for (const std::string& id : waiver.subjects)
        if (context.graph.block(BlockId(id)) || context.graph.connection(ConnectionId(id))) subjects.push_back(id);
    // Everything it was about is gone: it stands for itself.
    if (subjects.empty()) subjects.push_back(waiver.id.text());
    return subjects;
}

void addFixes(const Context& context, const Waiver& waiver, std::string_view fault, const std::vector<Finding>& others,
              FindingBuilder& finding)
{
    const bool isMoot = fault == "silent" || fault == "unknown-rule";
    if (!isMoot && fault == "changed")
        for (const Finding& other : others)
            if (other.decision == waiver.id) {
                edit::ChangeSet again = decide(context.document, other, {waiver.reason, waiver.by, waiver.until});
                again.caption = {"rule.stale-decision.fix.confirm", {{"decision", waiver.id.text()}}};
                finding.fix("confirm-decision", false, std::move(again));
                break;
            }
    edit::ChangeSet removal = withdraw(context.document, waiver.id);
    removal.caption = {"rule.stale-decision.fix.remove", {{"decision", waiver.id.text()}}};
    // A decision about nothing decides nothing.
    if (isMoot || fault == "expired" || fault == "changed") finding.fix("remove-decision", isMoot, std::move(removal));
}

void review(const Context& context, const std::vector<Finding>& others, Report& report)
{
    if (context.document.waivers.isEmpty()) return;
    std::set<WaiverId> used;
    for (const Finding& finding : others)
        if (!finding.decision.isEmpty()) used.insert(finding.decision);
    for (const Waiver& waiver : context.document.waivers) {
        if (isSwitchedOff(context, waiver)) continue;
        const std::string_view fault = faultOf(context, waiver, used.contains(waiver.id));
        if (fault.empty()) continue;
        auto finding = report.add(subjectsThatExist(context, waiver));
        finding.variant(fault)
            .about(waiver.id.text())
            .with("decision", waiver.id.text())
            .with("rule", waiver.rule)
            .with("until", waiver.until)
            .with("reason", waiver.reason);
        if (findRule(waiver.rule)) finding.withText("title", "rule." + waiver.rule + ".title");
        addFixes(context, waiver, fault, others, finding);
    }
}

}  // namespace

Rule staleDecision()
{
    return {"stale-decision", "hygiene", Severity::Info, Softening::Never, nullptr, Nature::Defect, review};
}

}  // namespace lintel::model::lint::rules
