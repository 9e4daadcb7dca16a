#include "model/lint/entrances.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint {

bool isPublic(const graph::ArchitectureGraph& graph, const BlockId& caller)
{
    const std::string& role = graph.fact(caller, "role");
    return (role == "client" || role == "internet") && graph.ancestorOfKind(caller, "external-network").isEmpty();
}

std::vector<ConnectionId> publicCallsTo(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    std::vector<ConnectionId> calls;
    for (const ConnectionId& link : graph.incoming(block)) {
        const Connection& drawn = *graph.connection(link);
        if (drawn.isNetworkTraffic() && isPublic(graph, drawn.from)) calls.push_back(link);
    }
    return calls;
}

bool isInternetFacing(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer)
{
    return graph.value(loadBalancer, "scheme").toString() == "internet-facing";
}

std::vector<BlockId> serversBehind(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer)
{
    std::set<BlockId> servers;
    for (const graph::Target& target : graph.targetsOf(loadBalancer)) {
        if (!graph.block(target.block)) continue;
        const std::vector<BlockId> members = graph.membersOf(target.block);
        if (members.empty())
            servers.insert(graph.hostOf(target.block));
        else
            servers.insert(members.begin(), members.end());
    }
    return {servers.begin(), servers.end()};
}

std::vector<BlockId> distributionsBefore(const graph::ArchitectureGraph& graph, const BlockId& origin)
{
    std::set<BlockId> found;
    for (const ConnectionId& link : graph.incoming(origin)) {
        const Connection& drawn = *graph.connection(link);
        if (drawn.isNetworkTraffic() && graph.isKind(drawn.from, "cloudfront")) found.insert(drawn.from);
    }
    return {found.begin(), found.end()};
}

}  // namespace lintel::model::lint
