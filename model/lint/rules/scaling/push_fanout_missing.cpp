#include "model/lint/fixes/shared_cache.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// What can carry a message to every copy. A queue cannot: one copy takes the message, the others never see it.
bool canFanOut(const Context& context, const BlockId& id)
{
    static const std::set<std::string, std::less<>> kRoles{"cache", "broker", "topic", "stream"};
    return kRoles.contains(context.graph.fact(id, "role")) ||
           kRoles.contains(context.graph.value(id, "role").toString());
}

bool hasBackplane(const Context& context, const Service& service)
{
    const std::string& said = saidBy(context.graph, service, "realtime-backplane").toString();
    if (!said.empty()) return said != "none";
    const std::vector<BlockId> called = calledBy(context.graph, service);
    return std::any_of(called.begin(), called.end(), [&](const BlockId& id) { return canFanOut(context, id); });
}

edit::ChangeSet publishThroughRedis(const Context& context, const Service& service, const std::string& names)
{
    edit::Transaction transaction(context.document);
    if (fixes::sharedCacheFor(context, service, "pubsub", transaction).isEmpty()) return {};
    for (const BlockId& id : service.blocks)
        if (!context.graph.block(id)->property("realtime").isNull())
            transaction.setProperty(id, "realtime-backplane", "redis");
    return transaction.finish({"rule.push-fanout-missing.fix.redis", {{"names", names}}});
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "realtime")) {
        const bool isSse = says(context.graph, service, "realtime", "sse");
        if (service.copies < 2 || !(isSse || says(context.graph, service, "realtime", "websocket"))) continue;
        if (hasBackplane(context, service)) continue;
        const std::string names = labelsOf(context.graph, service.units);
        report.add(texts(service.units))
            .with("names", names)
            .with("count", std::to_string(service.copies))
            .with("stream", isSse ? "SSE" : "WebSocket")
            .fix("backplane", false, publishThroughRedis(context, service, names));
    }
}

}  // namespace

Rule pushFanoutMissing() { return {"push-fanout-missing", "scaling", Severity::Error, Softening::InLearning, check}; }

}  // namespace lintel::model::lint::rules
