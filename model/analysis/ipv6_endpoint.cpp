#include "model/analysis/ipv6_endpoint.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

bool takesAnAddress(const graph::ArchitectureGraph& graph, const Endpoint& endpoint)
{
    if (endpoint.isLoadBalancer) return graph.value(endpoint.host, "ip-address-type").toString() == "dualstack";
    return graph.isKind(endpoint.host, "ec2-instance") || graph.isKind(endpoint.host, "ecs-service");
}

void settle(const graph::ArchitectureGraph& graph, Endpoint& endpoint)
{
    switch (endpoint.place) {
        case Place::Vpc:
            std::erase_if(endpoint.subnets, [&](const BlockId& subnet) { return !ipv6RangeOf(graph, subnet); });
            endpoint.hasAddress = !endpoint.subnets.empty() && takesAnAddress(graph, endpoint);
            if (!endpoint.isLoadBalancer) endpoint.hasPublicAddress = true;
            return;
        case Place::Internet:
            // An office that is drawn with its IPv4 range says nothing about IPv6.
            endpoint.hasAddress = endpoint.addresses == AddressSet::internet();
            endpoint.addresses = ipv6Internet(graph).addresses;
            return;
        case Place::CloudFront: endpoint.addresses = ipv6Internet(graph).addresses; return;
        case Place::Network:
        case Place::Service: endpoint.hasAddress = false; return;
        case Place::Nowhere: return;
    }
}

}  // namespace

std::optional<AddressRange> ipv6RangeOf(const graph::ArchitectureGraph& graph, const BlockId& network)
{
    return parseIpv6Range(graph.value(network, "ipv6-cidr").toString());
}

bool usesIpv6(const graph::ArchitectureGraph& graph)
{
    const std::vector<BlockId>& subnets = graph.blocksOfKind("subnet");
    return std::any_of(subnets.begin(), subnets.end(),
                       [&](const BlockId& subnet) { return ipv6RangeOf(graph, subnet).has_value(); });
}

Endpoint endpointOf(const graph::ArchitectureGraph& graph, const BlockId& block, Family family)
{
    if (family == Family::Ipv4) return block.isEmpty() ? internetEndpoint() : endpointOf(graph, block);
    return block.isEmpty() ? ipv6Internet(graph) : ipv6EndpointOf(graph, block);
}

bool speaksIpv6(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    if (block.isEmpty()) return usesIpv6(graph);
    const Endpoint endpoint = ipv6EndpointOf(graph, block);
    return endpoint.place != Place::Nowhere && endpoint.hasAddress;
}

Endpoint ipv6Internet(const graph::ArchitectureGraph& graph)
{
    Endpoint endpoint = internetEndpoint();
    endpoint.addresses = AddressSet::internet(Family::Ipv6);
    for (const char* kind : {"vpc", "subnet"})
        for (const BlockId& network : graph.blocksOfKind(kind))
            if (const auto range = ipv6RangeOf(graph, network)) endpoint.addresses = endpoint.addresses.without(*range);
    return endpoint;
}

Endpoint ipv6EndpointOf(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    Endpoint endpoint = endpointOf(graph, block);
    settle(graph, endpoint);
    return endpoint;
}

}  // namespace lintel::model::analysis
