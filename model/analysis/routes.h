#pragma once

#include "model/analysis/address_set.h"
#include "model/graph/architecture_graph.h"

#include <optional>
#include <unordered_map>

namespace lintel::model::analysis {

/// What a subnet's effective route table makes of it; its name and colour are no evidence.
enum class SubnetClass {
    Unknown,   ///< no route table is drawn for it yet
    Public,    ///< a route to an internet gateway of its VPC
    Private,   ///< a way out that is not an internet gateway (NAT, transit, an appliance)
    Isolated,  ///< local routes only
};

struct Route {
    BlockId table;
    std::string destination;                     ///< a range or the name of a prefix list
    BlockId target;                              ///< empty when the block it names does not exist
    std::optional<AddressRange> addresses = {};  ///< of the destination, unless it is a prefix list

    /// Of a destination in IPv4.
    std::optional<Cidr> range() const { return parseCidr(destination); }
};

/// How traffic leaves a subnet.
struct Egress {
    enum class Kind {
        Unknown,          ///< routes are not drawn
        Direct,           ///< internet gateway and an address of its own
        NoPublicAddress,  ///< internet gateway, but nothing to answer to
        Nat,              ///< NAT gateway that works
        NatInstance,      ///< instance as the target
        BrokenNat,        ///< NAT gateway that cannot reach the internet itself
        Transit,          ///< through another network
        Local,            ///< it stays inside the VPC
        EgressOnly,       ///< over IPv6 by an egress-only internet gateway: out, and answers back
        Peering,          ///< to the VPC at the other end of a peering, and no further
        None
    };
    Kind kind = Kind::Unknown;
    std::vector<std::string> path;  ///< ids: subnet, route table, target...

    bool works() const
    {
        return kind != Kind::Unknown && kind != Kind::NoPublicAddress && kind != Kind::BrokenNat && kind != Kind::None;
    }
};

/// Effective route tables of one snapshot. Reads the graph, which must outlive it; safe to share. What is handed out by
/// reference lives as long as this.
class Routes {
public:
    explicit Routes(const graph::ArchitectureGraph& graph) : m_graph(&graph) {}

    /// The explicit association, else the main table of the same VPC; empty when neither is drawn.
    const BlockId& tableOf(const BlockId& subnet) const;
    const std::vector<Route>& routesOf(const BlockId& table) const;
    /// False for a blackhole: nothing there, or something that serves other VPCs only.
    bool isActive(const Route& route) const;
    SubnetClass classOf(const BlockId& subnet) const;
    bool isPublic(const BlockId& subnet) const { return classOf(subnet) == SubnetClass::Public; }
    /// The most specific route that covers the whole destination, blackhole or not; the local route is not among them.
    std::optional<Route> routeTo(const BlockId& subnet, const Cidr& destination) const;
    /// The route to everywhere.
    std::optional<Route> defaultRouteOf(const BlockId& subnet, Family family) const;
    /// The table's routes to ranges, the most specific ones first.
    std::vector<const Route*> byPrefix(const BlockId& table) const;
    /// What the VPC's local routes cover, of both families.
    AddressSet localOf(const BlockId& vpc) const;
    /// The route that makes the subnet public.
    std::optional<Route> internetGatewayRoute(const BlockId& subnet) const;
    const std::vector<BlockId>& internetGatewaysOf(const BlockId& vpc) const;
    /// The route table's subnets: associated, or by being the main table.
    const std::vector<BlockId>& subnetsOf(const BlockId& table) const;
    /// The VPC's own ranges that could be read.
    const std::vector<Cidr>& rangesOf(const BlockId& vpc) const;

    /// To the internet from one subnet, for something with or without a public address.
    Egress egress(const BlockId& subnet, bool hasPublicAddress) const;
    /// To one destination: the most specific route that covers all of it decides, the VPC's own ranges before any
    /// other.
    Egress egressTo(const BlockId& subnet, const Cidr& destination, bool hasPublicAddress) const;
    /// What its routes make of the subnet's IPv6 addresses, which has nothing to do with IPv4: an egress-only gateway
    /// leaves it private. Nothing when it has no range of IPv6.
    std::optional<SubnetClass> ipv6ClassOf(const BlockId& subnet) const;
    /// To one destination over IPv6, or to the internet at large. No NAT there, and every address is public.
    Egress ipv6EgressTo(const BlockId& subnet, const AddressRange& destination) const;
    Egress ipv6Egress(const BlockId& subnet) const;
    /// The least that any of the block's subnets offers.
    Egress egressOf(const BlockId& block) const;
    /// A public NAT gateway that can do its work.
    bool natWorks(const BlockId& nat) const;

private:
    using ByTable = std::unordered_map<BlockId, std::vector<BlockId>>;

    BlockId findTable(const BlockId& subnet) const;
    std::vector<Route> readRoutes(const BlockId& table) const;
    std::vector<Cidr> readRanges(const BlockId& vpc) const;
    SubnetClass classify(const BlockId& subnet) const;
    Egress::Kind kindOf(const BlockId& target, bool hasPublicAddress) const;
    Egress::Kind ipv6KindOf(const BlockId& target) const;

    const graph::ArchitectureGraph* m_graph;
    graph::AnalysisCache<BlockId, BlockId> m_tables;
    graph::AnalysisCache<BlockId, std::vector<Route>> m_routes;
    graph::AnalysisCache<BlockId, std::vector<Cidr>> m_ranges;
    graph::AnalysisCache<BlockId, SubnetClass> m_classes;
    graph::AnalysisCache<bool, ByTable> m_subnets;
};

}  // namespace lintel::model::analysis
