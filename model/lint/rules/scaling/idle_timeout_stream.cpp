#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

bool isStream(const Context& context, const Service& service)
{
    return says(context.graph, service, "realtime", "sse") || says(context.graph, service, "realtime", "websocket");
}

/// Half of the timeout: one lost heartbeat does not close the stream yet.
edit::ChangeSet beatSooner(const Context& context, const Service& service, std::int64_t seconds,
                           const std::string& names)
{
    edit::Transaction transaction(context.document);
    for (const BlockId& id : service.blocks)
        if (!context.graph.block(id)->property("heartbeat-seconds").isNull())
            transaction.setProperty(id, "heartbeat-seconds", seconds);
    return transaction.finish(
        {"rule.idle-timeout-stream.fix.heartbeat", {{"names", names}, {"seconds", std::to_string(seconds)}}});
}

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "heartbeat-seconds")) {
        const Value& heartbeat = saidBy(context.graph, service, "heartbeat-seconds");
        // Not said is not never: most frameworks send one.
        if (!heartbeat.isInteger() || !isStream(context, service)) continue;
        for (const BlockId& balancer : loadBalancersOf(context.graph, service)) {
            const std::int64_t timeout = context.graph.value(balancer, "idle-timeout-seconds").toInteger();
            if (timeout <= 0 || (heartbeat.toInteger() > 0 && heartbeat.toInteger() < timeout)) continue;
            const std::string names = labelsOf(context.graph, service.units);
            std::vector<std::string> subjects{balancer.text()};
            for (const BlockId& unit : service.units) subjects.push_back(unit.text());
            auto finding = report.add(std::move(subjects));
            finding.with("balancer", labelOf(context.graph, balancer))
                .with("names", names)
                .with("timeout", std::to_string(timeout))
                .with("heartbeat", heartbeat.scalarText())
                .fix("heartbeat", false, beatSooner(context, service, std::max<std::int64_t>(1, timeout / 2), names));
            if (heartbeat.toInteger() <= 0) finding.variant("never");
        }
    }
}

}  // namespace

Rule idleTimeoutStream() { return {"idle-timeout-stream", "scaling", Severity::Warning, Softening::InLearning, check}; }

}  // namespace lintel::model::lint::rules
