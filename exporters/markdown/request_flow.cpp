#include "exporters/markdown/request_flow.h"

#include "exporters/markdown/block_roles.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::graph::ArchitectureGraph;

constexpr std::size_t kMostStages = 8;

bool isTraffic(const model::Connection& connection)
{
    return connection.relation.empty() || connection.relation == "traffic";
}

bool isClient(const ArchitectureGraph& graph, const BlockId& id)
{
    const std::string& role = graph.fact(id, "role");
    return role == "client" || role == "internet";
}

void addOnce(std::vector<BlockId>& into, const BlockId& id)
{
    if (std::find(into.begin(), into.end(), id) == into.end()) into.push_back(id);
}

/// Where requests go on to from a block: from itself, its software, and by the target groups of a load balancer.
std::vector<BlockId> nextOf(const ArchitectureGraph& graph, const BlockId& id)
{
    std::vector<BlockId> next;
    const auto addFrom = [&](const BlockId& from) {
        for (const model::ConnectionId& each : graph.outgoing(from))
            if (const model::Connection& connection = *graph.connection(each); isTraffic(connection))
                addOnce(next, connection.to);
    };
    addFrom(id);
    for (const BlockId& inside : graph.containment().descendants(id)) addFrom(inside);
    if (const BlockId host = graph.hostOf(id); host != id) addFrom(host);
    if (graph.fact(id, "role") == "load-balancer")
        for (const model::graph::Target& target : graph.targetsOf(id)) addOnce(next, target.block);
    return next;
}

/// Called on the way, but not what handles the request.
bool isUsed(const ArchitectureGraph& graph, const BlockId& id)
{
    return isStore(graph, id) || graph.fact(id, "role") == "external" || graph.fact(id, "tier") == "integration";
}

/// Its members are told instead.
bool isFullGroup(const ArchitectureGraph& graph, const BlockId& id)
{
    return graph.isKind(id, "auto-scaling-group") && !graph.membersOf(id).empty();
}

void follow(const ArchitectureGraph& graph, RequestFlow& flow)
{
    std::set<BlockId> seen{flow.client, flow.entry};
    std::vector<BlockId> stage{flow.entry};
    while (!stage.empty() && flow.stages.size() < kMostStages) {
        std::vector<BlockId> following;
        for (const BlockId& from : stage) {
            for (const BlockId& to : nextOf(graph, from)) {
                // Software and its host are one stop on the way.
                const BlockId host = graph.hostOf(to);
                const bool isHostKnown = host != to && seen.contains(host);
                if (!seen.insert(to).second || isHostKnown || isClient(graph, to) || isFullGroup(graph, to)) continue;
                if (isUsed(graph, to))
                    addOnce(flow.uses, to);
                else
                    following.push_back(to);
            }
        }
        if (!following.empty()) flow.stages.push_back(following);
        stage = std::move(following);
    }
}

}  // namespace

std::vector<RequestFlow> requestFlows(const ArchitectureGraph& graph)
{
    std::vector<RequestFlow> flows;
    std::set<std::pair<BlockId, BlockId>> known;
    for (const model::Connection& connection : graph.document().connections) {
        if (!isTraffic(connection) || !isClient(graph, connection.from) || !graph.block(connection.to)) continue;
        if (!known.emplace(connection.from, connection.to).second) continue;
        RequestFlow flow{connection.from, connection.to, connection.protocol, {}, {}};
        if (!connection.ports.empty()) flow.endpoint += (flow.endpoint.empty() ? "" : " ") + connection.ports;
        follow(graph, flow);
        flows.push_back(std::move(flow));
    }
    return flows;
}

}  // namespace lintel::exporters::markdown
