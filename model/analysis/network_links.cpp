#include "model/analysis/network_links.h"

#include <algorithm>
#include <set>

namespace lintel::model::analysis {

bool isPrivateGateway(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    const std::string& role = graph.fact(block, "role");
    return role == "vpn" || role == "transit";
}

std::vector<BlockId> linksBetween(const graph::ArchitectureGraph& graph, const BlockId& one, const BlockId& other)
{
    std::vector<BlockId> links;
    for (const BlockId& peering : graph.blocksOfKind("vpc-peering")) {
        const std::set<BlockId> ends{graph.reference(peering, "requester"), graph.reference(peering, "accepter")};
        if (ends == std::set<BlockId>{one, other}) links.push_back(peering);
    }
    for (const BlockId& gateway : graph.blocksOfKind("transit-gateway")) {
        const std::vector<BlockId> attached = graph.references(gateway, "attachments");
        const auto has = [&](const BlockId& vpc) {
            return std::find(attached.begin(), attached.end(), vpc) != attached.end();
        };
        if (has(one) && has(other)) links.push_back(gateway);
    }
    return links;
}

std::vector<BlockId> gatewaysTo(const graph::ArchitectureGraph& graph, const BlockId& network, const BlockId& vpc)
{
    std::set<BlockId> seen{network};
    std::vector<BlockId> queue{network};
    std::vector<BlockId> gateways;
    while (!queue.empty()) {
        const BlockId at = queue.back();
        queue.pop_back();
        const auto visit = [&](const BlockId& next) {
            if (isPrivateGateway(graph, next) && !graph.isKind(next, "vpc-peering") && seen.insert(next).second)
                queue.push_back(next);
        };
        for (const ConnectionId& link : graph.outgoing(at)) visit(graph.connection(link)->to);
        for (const ConnectionId& link : graph.incoming(at)) visit(graph.connection(link)->from);
        const std::vector<BlockId> attached = graph.references(at, "attachments");
        const bool isAttached = std::find(attached.begin(), attached.end(), vpc) != attached.end();
        if ((graph.isKind(at, "virtual-private-gateway") && graph.vpcOf(at) == vpc) || isAttached)
            gateways.push_back(at);
    }
    std::sort(gateways.begin(), gateways.end());
    return gateways;
}

}  // namespace lintel::model::analysis
