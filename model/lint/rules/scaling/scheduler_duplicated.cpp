#include "model/lint/fixes/shared_cache.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool runsJobs(const Context& context, const Service& service)
{
    return saidBy(context.graph, service, "scheduled-jobs").toBool();
}

/// Something drawn could hold the lock, and nobody said whether it does.
bool mayBeLocked(const Context& context, const Service& service)
{
    const std::vector<BlockId> called = calledBy(context.graph, service);
    return std::any_of(called.begin(), called.end(),
                       [&](const BlockId& id) { return isSharedStore(context.graph, id); });
}

bool hasLock(const Context& context, const Service& service)
{
    const std::string& lock = saidBy(context.graph, service, "job-lock").toString();
    if (lock.empty()) return mayBeLocked(context, service);
    return lock != "none";
}

/// In the database that is there already, else in Redis.
edit::ChangeSet lockJobs(const Context& context, const Service& service, const std::string& names)
{
    edit::Transaction transaction(context.document);
    std::string store = "redis";
    if (fixes::sharedCacheOf(context, service).isEmpty())
        for (const BlockId& called : calledBy(context.graph, service))
            if (context.graph.fact(called, "role") == "database") store = "database";
    if (store == "redis" && fixes::sharedCacheFor(context, service, "lock", transaction).isEmpty()) return {};
    for (const BlockId& id : service.blocks)
        if (context.graph.value(id, "scheduled-jobs").toBool()) transaction.setProperty(id, "job-lock", store);
    return transaction.finish({"rule.scheduler-duplicated.fix." + store, {{"names", names}}});
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "scheduled-jobs")) {
        if (service.copies < 2 || !runsJobs(context, service) || hasLock(context, service)) continue;
        const std::string names = labelsOf(context.graph, service.units);
        report.add(texts(service.units))
            .with("names", names)
            .with("count", std::to_string(service.copies))
            .fix("lock", false, lockJobs(context, service, names));
    }
}

}  // namespace

Rule schedulerDuplicated()
{
    return {"scheduler-duplicated", "scaling", Severity::Error, Softening::InLearning, check};
}

}  // namespace lintel::model::lint::rules
