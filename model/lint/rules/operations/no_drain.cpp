#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/services.h"

namespace lintel::model::lint::rules {

namespace {

/// A stream that is asked to end needs a moment to hand its client over.
constexpr std::int64_t kShortForStreams = 30;
/// What AWS takes when nobody says anything.
constexpr std::int64_t kUsualDelay = 300;

void check(const Context& context, Report& report)
{
    for (const Service& service : servicesIfSaid(context.graph, "deregistration-delay-seconds")) {
        const bool isStream =
            says(context.graph, service, "realtime", "sse") || says(context.graph, service, "realtime", "websocket");
        for (const BlockId& group : targetGroupsOf(context.graph, service)) {
            const std::int64_t delay =
                context.graph.value(group, "deregistration-delay-seconds").toInteger(kUsualDelay);
            if (delay > 0 && (!isStream || delay >= kShortForStreams)) continue;
            const std::string name = labelOf(context.graph, group);
            edit::Transaction transaction(context.document);
            transaction.setProperty(group, "deregistration-delay-seconds", isStream ? kUsualDelay : kShortForStreams);
            auto finding = report.add(group);
            finding.with("name", name)
                .with("names", labelsOf(context.graph, service.units))
                .with("delay", std::to_string(delay))
                .fix("drain", true,
                     transaction.finish(
                         {"rule.no-drain.fix.drain",
                          {{"name", name}, {"seconds", std::to_string(isStream ? kUsualDelay : kShortForStreams)}}}));
            if (isStream) finding.variant("stream");
        }
    }
}

}  // namespace

Rule noDrain() { return {"no-drain", "operations", Severity::Info, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
