#include "model/lint/delivery.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint {

namespace {

std::vector<BlockId> nextOf(const graph::ArchitectureGraph& graph, const BlockId& from, std::vector<std::string>& path)
{
    std::vector<BlockId> next;
    for (const ConnectionId& link : graph.outgoing(from))
        if (const Connection& drawn = *graph.connection(link); drawn.relation == "deploy") {
            path.push_back(link.text());
            next.push_back(drawn.to);
        }
    if (graph.isKind(from, "codedeploy"))
        if (const BlockId target = graph.reference(from, "target"); !target.isEmpty()) next.push_back(target);
    return next;
}

}  // namespace

Delivery deliveryOf(const graph::ArchitectureGraph& graph, const BlockId& pipeline, AtCodeDeploy then)
{
    Delivery delivery;
    std::set<BlockId> seen{pipeline};
    std::vector<BlockId> open = nextOf(graph, pipeline, delivery.path);
    while (!open.empty()) {
        const BlockId at = open.back();
        open.pop_back();
        if (!seen.insert(at).second || (then == AtCodeDeploy::Stop && graph.isKind(at, "codedeploy"))) continue;
        const std::vector<BlockId> next = nextOf(graph, at, delivery.path);
        open.insert(open.end(), next.begin(), next.end());
        const std::string& role = graph.fact(at, "role");
        const bool isWayStation = role == "storage" || role == "registry" || role == "delivery";
        if (next.empty() && !isWayStation) delivery.targets.push_back(at);
    }
    std::sort(delivery.targets.begin(), delivery.targets.end());
    return delivery;
}

std::vector<BlockId> pipelines(const graph::ArchitectureGraph& graph)
{
    std::vector<BlockId> all;
    for (const char* kind : {"ci-server", "codebuild", "codedeploy", "codepipeline", "github-actions"}) {
        const std::vector<BlockId>& some = graph.blocksOfKind(kind);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

}  // namespace lintel::model::lint
