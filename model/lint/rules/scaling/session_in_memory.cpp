#include "model/lint/fixes/shared_cache.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// A cache that was drawn for sessions says more than a property that was forgotten.
bool hasSessionStore(const Context& context, const Service& service)
{
    const std::vector<BlockId> called = calledBy(context.graph, service);
    return std::any_of(called.begin(), called.end(),
                       [&](const BlockId& id) { return context.graph.value(id, "usage").toString() == "session"; });
}

bool isSticky(const Context& context, const Service& service)
{
    if (says(context.graph, service, "session-storage", "sticky")) return true;
    const std::vector<BlockId> groups = targetGroupsOf(context.graph, service);
    return !groups.empty() && std::all_of(groups.begin(), groups.end(), [&](const BlockId& id) {
        return context.graph.value(id, "sticky").toBool();
    });
}

edit::ChangeSet keepInRedis(const Context& context, const Service& service, const std::string& names)
{
    edit::Transaction transaction(context.document);
    if (fixes::sharedCacheFor(context, service, "session", transaction).isEmpty()) return {};
    for (const BlockId& id : service.blocks)
        if (const std::string& now = context.graph.value(id, "session-storage").toString();
            now == "memory" || now == "sticky")
            transaction.setProperty(id, "session-storage", "redis");
    return transaction.finish({"rule.session-in-memory.fix.redis", {{"names", names}}});
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "session-storage")) {
        const bool isInMemory = says(context.graph, service, "session-storage", "memory") ||
                                says(context.graph, service, "session-storage", "sticky");
        if (service.copies < 2 || !isInMemory || hasSessionStore(context, service)) continue;
        const std::string names = labelsOf(context.graph, service.units);
        auto finding = report.add(texts(service.units));
        finding.with("names", names).with("count", std::to_string(service.copies));
        if (isSticky(context, service)) finding.variant("sticky").severity(Severity::Warning);
        // The code has to change as well: a person decides.
        finding.fix("session-store", false, keepInRedis(context, service, names));
    }
}

}  // namespace

Rule sessionInMemory() { return {"session-in-memory", "scaling", Severity::Error, Softening::InLearning, check}; }

}  // namespace lintel::model::lint::rules
