#pragma once

#include "model/analysis/address_set.h"
#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::analysis {

/// Where something stands when packets are sent to it.
enum class Place {
    Vpc,         ///< network interfaces in subnets of a VPC
    Internet,    ///< people, other companies' services: anywhere, or in the public range that is said
    Network,     ///< an office or data centre with private addresses
    CloudFront,  ///< its own public addresses, known as a prefix list
    Service,     ///< an AWS service with public addresses, such as S3
    Nowhere,     ///< a rule table, a key, a frame: sends and receives nothing
};

/// One end of traffic.
struct Endpoint {
    BlockId block;  ///< what was asked about; empty for the internet at large
    BlockId host;   ///< the owner of the network interface
    Place place = Place::Nowhere;
    BlockId vpc;
    std::vector<BlockId> subnets;
    std::vector<BlockId> groups;
    AddressSet addresses;    ///< outside a VPC
    bool hasAddress = true;  ///< of the family that was asked about
    bool hasPublicAddress = false;
    bool isLoadBalancer = false;

    bool isInside() const { return place == Place::Vpc; }
    bool isOutside() const { return place == Place::Internet || place == Place::CloudFront || place == Place::Service; }
};

/// By its IPv4 addresses.
Endpoint endpointOf(const graph::ArchitectureGraph& graph, const BlockId& block);
Endpoint internetEndpoint();

/// The private addresses it may have in one of its subnets; the whole VPC where the subnet's range is not drawn.
AddressSet addressesIn(const graph::ArchitectureGraph& graph, const Endpoint& endpoint, const BlockId& subnet,
                       Family family = Family::Ipv4);

}  // namespace lintel::model::analysis
