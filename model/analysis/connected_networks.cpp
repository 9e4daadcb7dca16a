#include "model/analysis/connected_networks.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::analysis {

namespace {

using Links = std::map<BlockId, std::set<BlockId>>;

bool isCarrier(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const std::string& role = graph.fact(id, "role");
    return (role == "transit" || role == "vpn") && !graph.isKind(id, "vpc-peering") && !graph.isKind(id, "client-vpn");
}

void join(Links& links, const BlockId& a, const BlockId& b)
{
    if (a.isEmpty() || b.isEmpty() || a == b) return;
    links[a].insert(b);
    links[b].insert(a);
}

bool isEnd(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    return graph.isKind(id, "vpc") || graph.isKind(id, "external-network") || isCarrier(graph, id);
}

/// Carriers with what they are attached to, drawn as a connection, a property or by sitting in a VPC.
Links carrierLinks(const graph::ArchitectureGraph& graph)
{
    Links links;
    std::vector<BlockId> carriers = graph.blocksWithRole("transit");
    const std::vector<BlockId>& tunnels = graph.blocksWithRole("vpn");
    carriers.insert(carriers.end(), tunnels.begin(), tunnels.end());
    for (const BlockId& id : carriers) {
        if (!isCarrier(graph, id)) continue;
        join(links, id, graph.ancestorOfKind(id, "vpc"));
        for (const BlockId& vpc : graph.references(id, "attachments")) join(links, id, vpc);
    }
    for (const Connection& drawn : graph.connections())
        if ((isCarrier(graph, drawn.from) || isCarrier(graph, drawn.to)) && isEnd(graph, drawn.from) &&
            isEnd(graph, drawn.to))
            join(links, drawn.from, drawn.to);
    return links;
}

std::vector<Cidr> rangesOf(const graph::ArchitectureGraph& graph, const Routes& routes, const BlockId& id,
                           const Links& links)
{
    if (graph.isKind(id, "vpc")) return routes.rangesOf(id);
    // The far end of a tunnel is the office that it leads to; only where none is drawn, its own word counts.
    if (graph.isKind(id, "site-to-site-vpn"))
        for (const BlockId& other : links.at(id))
            if (graph.isKind(other, "external-network") && parseCidr(graph.value(other, "cidr").toString())) return {};
    const char* key = graph.isKind(id, "site-to-site-vpn") ? "remote-cidr" : "cidr";
    const auto range = parseCidr(graph.value(id, key).toString());
    return range ? std::vector<Cidr>{range->canonical()} : std::vector<Cidr>{};
}

/// Everything that the VPC reaches over carriers, with the way there. Networks are ends: nothing is routed through
/// them.
std::map<BlockId, std::vector<std::string>> reached(const graph::ArchitectureGraph& graph, const Links& links,
                                                    const BlockId& from)
{
    std::map<BlockId, std::vector<std::string>> ways{{from, {from.text()}}};
    std::vector<BlockId> queue{from};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const BlockId here = queue[at];
        if (here != from && !isCarrier(graph, here)) continue;
        const auto found = links.find(here);
        if (found == links.end()) continue;
        for (const BlockId& next : found->second) {
            if (ways.contains(next)) continue;
            ways[next] = ways[here];
            ways[next].push_back(next.text());
            queue.push_back(next);
        }
    }
    return ways;
}

void addPeerings(const graph::ArchitectureGraph& graph, const Routes& routes, std::vector<ConnectedPair>& pairs)
{
    for (const BlockId& peering : graph.blocksOfKind("vpc-peering")) {
        BlockId a = graph.reference(peering, "requester");
        BlockId b = graph.reference(peering, "accepter");
        if (a.isEmpty() || b.isEmpty() || a == b) continue;
        pairs.push_back({{a, rangesOf(graph, routes, a, {})},
                         {b, rangesOf(graph, routes, b, {})},
                         {a.text(), peering.text(), b.text()}});
    }
}

void addClientVpns(const graph::ArchitectureGraph& graph, const Routes& routes, std::vector<ConnectedPair>& pairs)
{
    for (const BlockId& vpn : graph.blocksOfKind("client-vpn")) {
        const BlockId vpc = graph.vpcOf(vpn);
        const auto clients = parseCidr(graph.value(vpn, "client-cidr").toString());
        if (!vpc.isEmpty() && clients)
            pairs.push_back({{vpc, routes.rangesOf(vpc)}, {vpn, {clients->canonical()}}, {vpc.text(), vpn.text()}});
    }
}

std::vector<ConnectedPair> findPairs(const graph::ArchitectureGraph& graph, const Routes& routes)
{
    const Links links = carrierLinks(graph);
    std::vector<ConnectedPair> pairs;
    for (const BlockId& vpc : graph.blocksOfKind("vpc"))
        for (auto& [other, path] : reached(graph, links, vpc)) {
            if (other == vpc || (graph.isKind(other, "vpc") && other < vpc)) continue;
            std::vector<Cidr> ranges = rangesOf(graph, routes, other, links);
            if (!ranges.empty()) pairs.push_back({{vpc, routes.rangesOf(vpc)}, {other, std::move(ranges)}, path});
        }
    addPeerings(graph, routes, pairs);
    addClientVpns(graph, routes, pairs);
    return pairs;
}

}  // namespace

const std::vector<ConnectedPair>& connectedPairs(const graph::ArchitectureGraph& graph, const Routes& routes)
{
    return graph.shared<std::vector<ConnectedPair>>("connected-pairs", [&] { return findPairs(graph, routes); });
}

}  // namespace lintel::model::analysis
