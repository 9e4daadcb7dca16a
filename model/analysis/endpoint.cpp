#include "model/analysis/endpoint.h"

#include "model/analysis/ipv6_endpoint.h"

#include <set>

namespace lintel::model::analysis {

namespace {

const std::set<std::string, std::less<>> kSilentRoles{"table",    "firewall", "certificate", "key",
                                                      "identity", "zone",     "vpc",         "subnet",
                                                      "dns",      "alarm",    "gateway",     "transit"};

Place placeOf(const graph::ArchitectureGraph& graph, const Block& host, const Endpoint& endpoint)
{
    if (host.kind.text() == "cloudfront") return Place::CloudFront;
    if (host.kind.text() == "target-group" || kSilentRoles.contains(graph.fact(host.id, "role"))) return Place::Nowhere;
    if (!endpoint.vpc.isEmpty()) {
        const bool hasInterface = graph.catalogue().flag(host, "has-interface") || !endpoint.subnets.empty();
        return hasInterface ? Place::Vpc : Place::Nowhere;
    }
    const catalogue::Kind* kind = graph.catalogue().kindOf(host);
    if (kind && !kind->flag("aws", true)) return Place::Internet;
    // An account or a frame holds what talks; it does not talk itself.
    return kind && kind->shape != catalogue::Shape::Node ? Place::Nowhere : Place::Service;
}

/// People in an office have the office's addresses.
void placeInNetwork(const graph::ArchitectureGraph& graph, Endpoint& endpoint)
{
    const BlockId network = graph.isKind(endpoint.host, "external-network")
                                ? endpoint.host
                                : graph.ancestorOfKind(endpoint.host, "external-network");
    const auto range = parseCidr(graph.value(network, "cidr").toString());
    if (!range) return;
    endpoint.addresses = range->canonical();
    endpoint.place = isPrivateRange(*range) ? Place::Network : Place::Internet;
    if (endpoint.place == Place::Network) endpoint.host = network;
}

}  // namespace

Endpoint internetEndpoint()
{
    Endpoint endpoint;
    endpoint.place = Place::Internet;
    endpoint.addresses = AddressSet::internet();
    endpoint.hasPublicAddress = true;
    return endpoint;
}

Endpoint endpointOf(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    Endpoint endpoint;
    endpoint.block = block;
    endpoint.host = graph.hostOf(block);
    const Block* host = graph.block(endpoint.host);
    if (!host) return endpoint;
    endpoint.vpc = graph.vpcOf(endpoint.host);
    endpoint.subnets = graph.subnetsOf(endpoint.host);
    endpoint.groups = graph.securityGroupsOf(block);
    endpoint.isLoadBalancer = graph.fact(host->id, "role") == "load-balancer";
    endpoint.place = placeOf(graph, *host, endpoint);
    endpoint.hasPublicAddress = endpoint.isLoadBalancer
                                    ? graph.value(host->id, "scheme").toString() == "internet-facing"
                                    : endpoint.isOutside() || graph.hasPublicAddress(endpoint.host);
    if (endpoint.isOutside()) endpoint.addresses = AddressSet::internet();
    if (endpoint.place == Place::Internet) placeInNetwork(graph, endpoint);
    return endpoint;
}

AddressSet addressesIn(const graph::ArchitectureGraph& graph, const Endpoint& endpoint, const BlockId& subnet,
                       Family family)
{
    if (family == Family::Ipv6) {
        const auto range = ipv6RangeOf(graph, subnet);
        return range ? AddressSet(*range) : AddressSet();
    }
    const auto range = parseCidr(graph.value(subnet, "cidr").toString());
    if (const auto own = parseAddress(graph.value(endpoint.host, "private-ip").toString()))
        if (!range || range->contains(*own)) return Cidr{*own, 32};
    if (range) return range->canonical();
    if (const auto vpc = parseCidr(graph.value(endpoint.vpc, "cidr").toString())) return vpc->canonical();
    return AddressSet::all().without(AddressSet::internet());
}

}  // namespace lintel::model::analysis
