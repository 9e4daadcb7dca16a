#include "model/lint/roles.h"

namespace lintel::model::lint {

namespace {

BlockId ownRoleOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    if (const BlockId named = graph.reference(id, "iam-role"); !named.isEmpty()) return named;
    for (const ConnectionId& link : graph.incoming(id))
        if (const BlockId& from = graph.connection(link)->from; graph.isKind(from, "iam-role")) return from;
    for (const ConnectionId& link : graph.outgoing(id))
        if (const BlockId& to = graph.connection(link)->to; graph.isKind(to, "iam-role")) return to;
    return {};
}

}  // namespace

BlockId roleOf(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    std::vector<BlockId> speakers{id, graph.hostOf(id)};
    if (const BlockId group = graph.reference(graph.hostOf(id), "auto-scaling-group"); !group.isEmpty()) {
        speakers.push_back(group);
        speakers.push_back(graph.reference(group, "launch-template"));
    }
    if (graph.isKind(id, "auto-scaling-group")) speakers.push_back(graph.reference(id, "launch-template"));
    for (const char* holder : {"eks-node-group", "eks-cluster", "ecs-cluster"})
        speakers.push_back(graph.ancestorOfKind(id, holder));
    for (const BlockId& speaker : speakers)
        if (const BlockId role = ownRoleOf(graph, speaker); !role.isEmpty()) return role;
    return {};
}

}  // namespace lintel::model::lint
