#include "model/edit/transaction.h"
#include "model/lint/delivery.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

bool isMonitoring(const Context& context, const BlockId& id)
{
    const Block* block = context.graph.block(id);
    return block &&
           (context.catalogue.flag(*block, "monitoring") || context.graph.value(id, "role").toString() == "monitoring");
}

/// Monitoring or delivery is drawn: the author has come to operations, and an alarm would be drawn as well.
bool speaksOfOperations(const Context& context)
{
    if (!pipelines(context.graph).empty() || !context.graph.blocksOfKind("cloudwatch-logs").empty()) return true;
    return std::any_of(context.document.blocks.begin(), context.document.blocks.end(),
                       [&](const Block& block) { return isMonitoring(context, block.id); });
}

/// A topic, a chat, people: whoever can do something about it.
bool isTold(const Context& context, const BlockId& id)
{
    const Block* block = context.graph.block(id);
    if (!block || context.catalogue.flag(*block, "software")) return false;
    const std::string& role = context.graph.fact(id, "role");
    return role == "client" || role == "external" || role == "topic" || role == "mail" || role == "function";
}

bool monitoringTellsSomebody(const Context& context)
{
    return std::any_of(
        context.document.connections.begin(), context.document.connections.end(),
        [&](const Connection& drawn) { return isMonitoring(context, drawn.from) && isTold(context, drawn.to); });
}

/// What users or the internet reach first and somebody has to keep running; a bucket behind a CDN keeps itself.
std::vector<BlockId> entries(const Context& context)
{
    std::set<BlockId> entries;
    for (const Connection& drawn : context.document.connections) {
        const std::string& from = context.graph.fact(drawn.from, "role");
        if (!drawn.isNetworkTraffic() || (from != "client" && from != "internet" && from != "cdn")) continue;
        const std::string& to = context.graph.fact(drawn.to, "role");
        if (to == "load-balancer" || to == "compute" || to == "function" ||
            context.graph.isKind(drawn.to, "api-gateway"))
            entries.insert(drawn.to);
    }
    return {entries.begin(), entries.end()};
}

/// One alarm on what fails in users' eyes, and a topic that tells people.
edit::ChangeSet raiseAlarm(const Context& context, const BlockId& entry)
{
    edit::Transaction transaction(context.document);
    Block topic{BlockId(transaction.freeId("alerts", "alerts")),
                KindId("sns"),
                {},
                context.graph.ancestorOfKind(entry, "region"),
                {}};
    Block alarm{BlockId(transaction.freeId("alarm-5xx", "alarm")), KindId("cloudwatch-alarm"), {}, topic.parent, {}};
    alarm.properties = {{"metric", "HTTPCode_Target_5XX_Count"}, {"threshold", "10"}, {"action", topic.id.text()}};
    const BlockId watcher = alarm.id;
    transaction.put(std::move(topic));
    transaction.put(std::move(alarm));
    const ConnectionId link(transaction.freeId(entry.text() + "-" + watcher.text(), "alarm"));
    transaction.put(Connection{link, entry, watcher, "observe", {}, {}, {}, {}});
    return transaction.finish({"rule.no-alarms.fix.alarm", {{"name", labelOf(context.graph, entry)}}});
}

/// Wired to something it watches, and nobody hears it.
void checkAction(const Context& context, const BlockId& alarm, Report& report)
{
    const bool isHeard = !context.graph.reference(alarm, "action").isEmpty() ||
                         !context.graph.referrers(alarm, "alarm").empty() || !context.graph.outgoing(alarm).empty();
    if (isHeard || context.graph.incoming(alarm).empty()) return;
    report.add(alarm).variant("no-action").with("name", labelOf(context.graph, alarm));
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId>& alarms = context.graph.blocksOfKind("cloudwatch-alarm");
    for (const BlockId& alarm : alarms) checkAction(context, alarm, report);
    if (!alarms.empty() || !speaksOfOperations(context) || monitoringTellsSomebody(context)) return;
    const std::vector<BlockId> watched = entries(context);
    if (watched.empty()) return;
    report.add(texts(watched))
        .with("names", labelsOf(context.graph, watched))
        .fix("alarm", false, raiseAlarm(context, watched.front()));
}

}  // namespace

Rule noAlarms() { return {"no-alarms", "operations", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
