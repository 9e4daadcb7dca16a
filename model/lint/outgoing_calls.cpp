#include "model/lint/outgoing_calls.h"

#include "model/analysis/service_endpoints.h"

#include <map>
#include <set>

namespace lintel::model::lint {

namespace {

const std::set<std::string, std::less<>> kPassingRoles{"load-balancer", "nat", "endpoint", "vpn", "gateway", "transit"};
const std::set<std::string, std::less<>> kNobodyToCall{"client", "dns"};

bool isOutsideOfAws(const graph::ArchitectureGraph& graph, const Block& block)
{
    const catalogue::Kind* kind = graph.catalogue().kindOf(block);
    if (!kind) return false;
    const auto aws = kind->facts.find("aws");
    return aws != kind->facts.end() && aws->second.isBool() && !aws->second.toBool();
}

bool isOnTheInternet(const graph::ArchitectureGraph& graph, const BlockId& id)
{
    const Block& block = *graph.block(id);
    if (!graph.ancestorOfKind(id, "external-cloud").isEmpty()) return true;
    // An office is reached by its line or its tunnel: whether that leads there is another question.
    if (graph.isKind(id, "external-network") || !graph.ancestorOfKind(id, "external-network").isEmpty()) return false;
    // A MySQL that people installed is no AWS service either; it is where its host is.
    if (graph.catalogue().flag(block, "software")) return false;
    return isOutsideOfAws(graph, block) && !kNobodyToCall.contains(graph.fact(id, "role"));
}

bool isCaller(const graph::ArchitectureGraph& graph, const BlockId& host)
{
    const Block* block = graph.block(host);
    return block && graph.catalogue().flag(*block, "has-interface") &&
           !kPassingRoles.contains(graph.fact(host, "role"));
}

/// Whose interface the call leaves by: pods talk through the nodes they run on.
BlockId carrierOf(const graph::ArchitectureGraph& graph, const BlockId& from)
{
    const BlockId host = graph.hostOf(from);
    if (!graph.isKind(host, "eks-workload")) return host;
    for (const char* holder : {"eks-node-group", "eks-cluster"})
        if (const BlockId carrier = graph.ancestorOfKind(host, holder); !carrier.isEmpty()) return carrier;
    return host;
}

std::vector<CallingHost> findCallers(const graph::ArchitectureGraph& graph)
{
    std::map<BlockId, std::vector<OutgoingCall>> hosts;
    for (const Connection& drawn : graph.connections()) {
        if (!drawn.isNetworkTraffic() || !graph.block(drawn.from) || !graph.block(drawn.to)) continue;
        const bool isAws = !analysis::endpointServicesOf(graph.block(drawn.to)->kind.text()).empty();
        if (!isAws && !isOnTheInternet(graph, drawn.to)) continue;
        const BlockId host = carrierOf(graph, drawn.from);
        if (isCaller(graph, host)) hosts[host].push_back({drawn.id, drawn.from, drawn.to, isAws});
    }
    std::vector<CallingHost> all;
    for (auto& [host, calls] : hosts) all.push_back({host, std::move(calls)});
    return all;
}

}  // namespace

const std::vector<CallingHost>& callingHosts(const graph::ArchitectureGraph& graph)
{
    return graph.shared<std::vector<CallingHost>>("calling-hosts", [&] { return findCallers(graph); });
}

}  // namespace lintel::model::lint
