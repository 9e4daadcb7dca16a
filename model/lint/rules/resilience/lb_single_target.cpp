#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>

namespace lintel::model::lint::rules {

namespace {

/// Copies that run, as far as anybody says; nothing where nobody does.
std::int64_t copiesOf(const Context& context, const BlockId& server)
{
    if (context.graph.isKind(server, "ec2-instance") && context.graph.reference(server, "auto-scaling-group").isEmpty())
        return std::max<std::int64_t>(1, context.graph.value(server, "replicas").toInteger(1));
    const BlockId group = context.graph.isKind(server, "auto-scaling-group")
                              ? server
                              : context.graph.reference(server, "auto-scaling-group");
    if (const Value& most = context.graph.value(group, "max"); most.isInteger()) return most.toInteger();
    const bool isContainer =
        context.graph.isKind(server, "ecs-service") || context.graph.isKind(server, "eks-workload");
    if (const Value& replicas = context.graph.value(server, "replicas"); isContainer && replicas.isInteger())
        return replicas.toInteger();
    return 0;
}

/// Load balancers with one server behind them, by that server.
std::map<BlockId, std::vector<BlockId>> lonely(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& balancer : context.graph.loadBalancers()) {
        const std::vector<BlockId> servers = serversBehind(context.graph, balancer);
        if (servers.size() == 1 && copiesOf(context, servers.front()) == 1) all[servers.front()].push_back(balancer);
    }
    return all;
}

void check(const Context& context, Report& report)
{
    for (const auto& [server, balancers] : lonely(context)) {
        bool isPublicEntry = false;
        for (const BlockId& balancer : balancers)
            isPublicEntry = isPublicEntry || isInternetFacing(context.graph, balancer);
        std::vector<std::string> subjects{server.text()};
        for (const BlockId& balancer : balancers) subjects.push_back(balancer.text());
        auto finding = report.add(std::move(subjects));
        finding.with("name", labelOf(context.graph, server))
            .with("balancers", labelsOf(context.graph, balancers))
            .witness(texts(balancers));
        // Inside, it may be there for its fixed name: a matter of taste.
        if (!isPublicEntry) finding.severity(Severity::Info);
    }
}

}  // namespace

Rule lbSingleTarget() { return {"lb-single-target", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
