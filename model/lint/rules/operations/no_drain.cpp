#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

#include <algorithm>

namespace lintel::model::lint::rules {

Rule noDrain();

namespace {

/// What is enough for requests that end by themselves.
constexpr std::int64_t kShortDelay = 30;
/// What AWS takes when nobody says anything.
constexpr std::int64_t kUsualDelay = 300;

void check(const Context& context, Report& report)
{
    const std::int64_t streamSeconds = noDrain().parameter(context, "stream-seconds");
    for (const Service& service : servicesIfSaid(context.graph, "deregistration-delay-seconds")) {
        const bool isStream =
            says(context.graph, service, "realtime", "sse") || says(context.graph, service, "realtime", "websocket");
        for (const BlockId& group : targetGroupsOf(context.graph, service)) {
            const std::int64_t delay =
                context.graph.value(group, "deregistration-delay-seconds").toInteger(kUsualDelay);
            if (delay > 0 && (!isStream || delay >= streamSeconds)) continue;
            const std::string name = labelOf(context.graph, group);
            edit::Transaction transaction(context.document);
            const std::int64_t enough = isStream ? std::max(kUsualDelay, streamSeconds) : kShortDelay;
            transaction.setProperty(group, "deregistration-delay-seconds", enough);
            auto finding = report.add(group);
            finding.with("name", name)
                .with("names", labelsOf(context.graph, service.units))
                .with("delay", std::to_string(delay))
                .fix("drain", true,
                     transaction.finish(
                         {"rule.no-drain.fix.drain", {{"name", name}, {"seconds", std::to_string(enough)}}}));
            if (isStream) finding.variant("stream");
        }
    }
}

}  // namespace

Rule noDrain()
{
    Rule rule{"no-drain", "operations", Severity::Info, Softening::ByProfile, check};
    // A stream that is asked to end needs a moment to hand its client over.
    rule.parameters = {{"stream-seconds", 30}};
    return rule;
}

}  // namespace lintel::model::lint::rules
