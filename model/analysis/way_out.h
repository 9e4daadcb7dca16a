#pragma once

#include "model/analysis/packet_walk.h"

namespace lintel::model::analysis {

/// How packets leave a subnet for the internet: by an internet gateway, by NAT, over IPv6 by an egress-only gateway.
/// Everything handed in must outlive it.
class WayOut {
public:
    /// With `carried`, packets carry these addresses instead of the sender's own.
    WayOut(const graph::ArchitectureGraph& graph, const Routes& routes, const Endpoint& from, const Endpoint& to,
           const Query& query, const AddressSet* carried)
        : m_graph(graph), m_routes(routes), m_from(from), m_to(to), m_query(query), m_carried(carried)
    {
    }

    /// The addresses that its packets may carry there.
    AddressSet sourceIn(const BlockId& subnet) const;
    /// Out of the sender and over its subnet's border, to an address that is not in the VPC.
    PacketWalk start(const BlockId& subnet, const AddressSet& destination) const;
    /// Every way out of the subnet: straight, and by each NAT that its table names.
    std::vector<PacketWalk> leaving(const BlockId& subnet, const AddressSet& destination) const;
    /// One table cannot lead the same addresses to a NAT and to the gateway: such a way cannot be mended by a route.
    bool wantsTwoWays(const PacketWalk& walk, const BlockId& toNat, const BlockId& toGateway) const;
    /// An internet gateway of that VPC.
    bool isGatewayOf(const BlockId& vpc, const BlockId& target) const;

private:
    bool leadsOut(const BlockId& target) const;
    PacketWalk throughGateway(const BlockId& subnet, const AddressSet& destination) const;
    PacketWalk throughNat(const BlockId& subnet, const BlockId& nat, const AddressSet& destination) const;
    void passNatSubnet(PacketWalk& walk, const BlockId& home, const BlockId& nat, const BlockId& from) const;
    void checkInstance(PacketWalk& walk, const BlockId& nat) const;

    const graph::ArchitectureGraph& m_graph;
    const Routes& m_routes;
    const Endpoint& m_from;
    const Endpoint& m_to;
    const Query& m_query;
    const AddressSet* m_carried;
};

}  // namespace lintel::model::analysis
