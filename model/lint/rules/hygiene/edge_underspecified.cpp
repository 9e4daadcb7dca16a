#include "model/analysis/service_port.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

/// A security group with rules decides about the arrow by its ports.
bool isGuardedByRules(const Context& context, const BlockId& target)
{
    for (const BlockId& group : context.graph.securityGroupsOf(target))
        if (!context.graph.value(group, "inbound").toList().empty()) return true;
    return false;
}

bool saysNothing(const Context& context, const Connection& drawn)
{
    if (!drawn.isNetworkTraffic() || !drawn.ports.empty() || analysis::transportOf(drawn.protocol) == "icmp")
        return false;
    return context.graph.block(drawn.from) && context.graph.block(drawn.to) &&
           context.graph.hostOf(drawn.from) != context.graph.hostOf(drawn.to) &&
           analysis::drawnPorts(context.graph, drawn).isEmpty();
}

void check(const Context& context, Report& report)
{
    // By target: the port is said once, there, and every arrow into it is answered.
    std::map<BlockId, std::vector<ConnectionId>> open;
    for (const Connection& drawn : context.document.connections)
        if (saysNothing(context, drawn) && isGuardedByRules(context, drawn.to)) open[drawn.to].push_back(drawn.id);
    for (const auto& [target, links] : open) {
        std::vector<BlockId> callers;
        std::vector<std::string> witness;
        for (const ConnectionId& link : links) {
            callers.push_back(context.graph.connection(link)->from);
            witness.push_back(link.text());
        }
        report.add(target)
            .with("name", labelOf(context.graph, target))
            .with("callers", labelsOf(context.graph, callers))
            .witness(std::move(witness));
    }
}

}  // namespace

Rule edgeUnderspecified() { return {"edge-underspecified", "hygiene", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
