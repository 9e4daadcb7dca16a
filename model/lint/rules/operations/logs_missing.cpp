#include "model/edit/transaction.h"
#include "model/lint/environments.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// Logs of one sort, and what may write them.
struct Trail {
    const char* key;
    std::vector<BlockId> writers;
};

bool facesInternet(const Context& context, const BlockId& id)
{
    return context.graph.isKind(id, "cloudfront") || context.graph.value(id, "scheme").toString() == "internet-facing";
}

std::vector<Trail> trails(const Context& context)
{
    Trail access{"access-logs", {}};
    for (const char* kind : {"alb", "cloudfront", "nlb"})
        for (const BlockId& id : context.graph.blocksOfKind(kind))
            if (facesInternet(context, id)) access.writers.push_back(id);
    return {std::move(access), {"flow-logs", context.graph.blocksOfKind("vpc")}};
}

/// Few drawings speak of logs. Where this one does, what is left out was forgotten.
bool isSpokenOf(const Context& context, const Trail& trail)
{
    return std::any_of(trail.writers.begin(), trail.writers.end(),
                       [&](const BlockId& id) { return !context.graph.block(id)->property(trail.key).isNull(); });
}

void check(const Context& context, Report& report)
{
    if (context.profile != Profile::Production) return;
    for (const Trail& trail : trails(context)) {
        if (!isSpokenOf(context, trail)) continue;
        for (const BlockId& id : trail.writers) {
            if (context.graph.value(id, trail.key).toBool() || isForTrials(environmentOf(context.graph, id))) continue;
            const std::string name = labelOf(context.graph, id);
            edit::Transaction transaction(context.document);
            transaction.setProperty(id, trail.key, true);
            auto finding = report.add(id);
            // Logs cost money to keep.
            finding.with("name", name)
                .fix("logs", false, transaction.finish({"rule.logs-missing.fix.logs", {{"name", name}}}));
            if (context.graph.isKind(id, "vpc")) finding.variant("vpc");
        }
    }
}

}  // namespace

Rule logsMissing() { return {"logs-missing", "operations", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
