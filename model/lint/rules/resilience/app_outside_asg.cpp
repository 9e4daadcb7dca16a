#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

bool isDevelopment(const Context& context, const BlockId& server)
{
    const std::string& environment = context.graph.value(server, "environment").toString();
    return !environment.empty() && environment != "production";
}

/// What is kept on it would not come back with a new one.
bool keepsData(const Context& context, const BlockId& server)
{
    static const std::set<std::string, std::less<>> kDataRoles{"database", "cache", "broker", "search"};
    const std::vector<BlockId> inside = context.graph.containment().descendants(server);
    return kDataRoles.contains(context.graph.value(server, "role").toString()) ||
           std::any_of(inside.begin(), inside.end(), [&](const BlockId& one) {
               return context.catalogue.flag(*context.graph.block(one), "data-store");
           });
}

/// Servers behind load balancers that nothing replaces when they die, by VPC.
std::map<BlockId, std::set<BlockId>> standingAlone(const Context& context)
{
    std::map<BlockId, std::set<BlockId>> all;
    for (const BlockId& balancer : context.graph.loadBalancers())
        for (const BlockId& server : serversBehind(context.graph, balancer)) {
            if (!context.graph.isKind(server, "ec2-instance") || isDevelopment(context, server)) continue;
            if (!context.graph.reference(server, "auto-scaling-group").isEmpty() || keepsData(context, server))
                continue;
            all[context.graph.vpcOf(server)].insert(server);
        }
    return all;
}

void check(const Context& context, Report& report)
{
    // Below production a person who restarts a server is cheaper.
    if (context.profile != Profile::Production) return;
    for (const auto& [vpc, servers] : standingAlone(context)) {
        const std::vector<BlockId> list(servers.begin(), servers.end());
        report.add(texts(list)).with("servers", labelsOf(context.graph, list)).witness(texts(list));
    }
}

}  // namespace

Rule appOutsideAsg() { return {"app-outside-asg", "resilience", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
