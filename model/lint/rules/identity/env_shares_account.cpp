#include "model/lint/environments.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

/// What is in one frame and says what it is for.
struct Mixture {
    std::vector<BlockId> trials;
    std::vector<BlockId> production;
    bool isForProduction = false;  ///< the frame itself says so

    bool isMixed() const { return !trials.empty() && (!production.empty() || isForProduction); }
};

/// Only what says itself that it is for production counts: a design whose one server says `development` means the rest
/// for production, and knows that they are together.
std::map<BlockId, Mixture> mixtures(const Context& context, const char* frame)
{
    std::map<BlockId, Mixture> found;
    for (const Block& block : context.document.blocks) {
        const std::string& said = block.property("environment").toString();
        if (said.empty()) continue;
        const BlockId holder = context.graph.ancestorOfKind(block.id, frame);
        if (holder.isEmpty()) continue;
        if (isForTrials(said))
            found[holder].trials.push_back(block.id);
        else
            found[holder].production.push_back(block.id);
    }
    for (auto& [holder, mixture] : found)
        mixture.isForProduction = context.graph.value(holder, "environment").toString() == "production";
    return found;
}

void tell(const Context& context, const BlockId& frame, const Mixture& mixture, FindingBuilder& finding)
{
    finding.with("name", labelOf(context.graph, frame)).with("trials", labelsOf(context.graph, mixture.trials));
    if (mixture.production.empty())
        finding.variant("in-production");
    else
        finding.with("production", labelsOf(context.graph, mixture.production));
}

void check(const Context& context, Report& report)
{
    std::map<BlockId, bool> told;  // accounts with a shared VPC
    for (const auto& [vpc, mixture] : mixtures(context, "vpc")) {
        if (!mixture.isMixed()) continue;
        told[context.graph.ancestorOfKind(vpc, "account")] = true;
        auto finding = report.add(vpc);
        finding.variant("vpc").severity(Severity::Error);
        tell(context, vpc, mixture, finding);
    }
    for (const auto& [account, mixture] : mixtures(context, "account")) {
        if (!mixture.isMixed() || told.contains(account)) continue;
        auto finding = report.add(account);
        tell(context, account, mixture, finding);
    }
}

}  // namespace

Rule envSharesAccount() { return {"env-shares-account", "identity", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
