#pragma once

#include "model/analysis/endpoint.h"

namespace lintel::model::analysis {

/// The range that is drawn for a VPC or subnet; AWS gives out others, but in the same places.
std::optional<AddressRange> ipv6RangeOf(const graph::ArchitectureGraph& graph, const BlockId& network);
/// Some subnet of the design has a range of IPv6.
bool usesIpv6(const graph::ArchitectureGraph& graph);

/// By its IPv6 addresses. Instances and tasks get one from a subnet that has a range, load balancers when they are
/// dual-stack as well. Databases, caches, functions and interface endpoints want more than a drawing says: they count
/// as having none. Every such address is one of the internet: what keeps it private are routes and rules.
Endpoint ipv6EndpointOf(const graph::ArchitectureGraph& graph, const BlockId& block);
/// By the addresses of the family; without a block, the internet at large.
Endpoint endpointOf(const graph::ArchitectureGraph& graph, const BlockId& block, Family family);
/// It has addresses of IPv6 to send from or to be reached at; the internet (empty) does as soon as the design has any.
bool speaksIpv6(const graph::ArchitectureGraph& graph, const BlockId& block);
/// All but the addresses of the drawing's own networks.
Endpoint ipv6Internet(const graph::ArchitectureGraph& graph);

}  // namespace lintel::model::analysis
