#include "model/analysis/way_out.h"

#include "model/analysis/network_links.h"

namespace lintel::model::analysis {

namespace {

/// A rule that names a group means the private addresses of its members, never public ones.
Endpoint byPublicAddress(Endpoint endpoint)
{
    endpoint.groups.clear();
    return endpoint;
}

}  // namespace

AddressSet WayOut::sourceIn(const BlockId& subnet) const
{
    return m_carried ? *m_carried : addressesIn(m_graph, m_from, subnet, m_query.family);
}

PacketWalk WayOut::start(const BlockId& subnet, const AddressSet& destination) const
{
    PacketWalk walk(m_graph, m_routes, m_query, sourceIn(subnet), destination);
    walk.guard(m_from, Direction::Outbound, byPublicAddress(m_to));
    walk.step(subnet);
    walk.cross(subnet, Direction::Outbound);
    return walk;
}

std::vector<PacketWalk> WayOut::leaving(const BlockId& subnet, const AddressSet& destination) const
{
    std::vector<PacketWalk> walks;
    // IPv6 knows no NAT.
    if (m_query.family == Family::Ipv6) return {throughGateway(subnet, destination)};
    for (const Route& route : m_routes.routesOf(m_routes.tableOf(subnet))) {
        const bool isNat = m_graph.isKind(route.target, "nat-gateway") || m_graph.isKind(route.target, "ec2-instance");
        if (!isNat || route.target == m_from.host) continue;
        walks.push_back(throughNat(subnet, route.target, destination));
    }
    // Without any NAT, or with a public address, the gateway itself is the way.
    if (walks.empty() || m_from.hasPublicAddress) walks.push_back(throughGateway(subnet, destination));
    return walks;
}

bool WayOut::wantsTwoWays(const PacketWalk& walk, const BlockId& toNat, const BlockId& toGateway) const
{
    const BlockId table = m_routes.tableOf(toNat);
    if (!walk.isBehindNat() || table != m_routes.tableOf(toGateway)) return false;
    return walk.isBlocked("no-internet-route", table) || walk.isBlocked("no-route", table);
}

bool WayOut::isGatewayOf(const BlockId& vpc, const BlockId& target) const
{
    return m_graph.isKind(target, "internet-gateway") && m_graph.vpcOf(target) == vpc;
}

bool WayOut::leadsOut(const BlockId& target) const
{
    const bool isEgressOnly = m_query.family == Family::Ipv6 &&
                              m_graph.isKind(target, "egress-only-internet-gateway") &&
                              m_graph.vpcOf(target) == m_from.vpc;
    return isEgressOnly || isGatewayOf(m_from.vpc, target);
}

PacketWalk WayOut::throughGateway(const BlockId& subnet, const AddressSet& destination) const
{
    PacketWalk walk = start(subnet, destination);
    // What leaves through another network is that network's business; only the gateway wants a public address.
    const auto route = m_routes.defaultRouteOf(subnet, m_query.family);
    const bool isTransit = route && isPrivateGateway(m_graph, route->target);
    if (isTransit)
        walk.route(subnet, End::Destination, "no-route",
                   [&](const BlockId& target) { return leadsOut(target) || isPrivateGateway(m_graph, target); });
    else
        walk.route(
            subnet, End::Destination, "no-route", [&](const BlockId& target) { return leadsOut(target); },
            m_query.family == Family::Ipv6 ? "no-ipv6-route" : "no-internet-route");
    if (!isTransit && !m_from.hasPublicAddress) walk.block("no-public-address-out", m_from.host);
    // An IPv6 address stays its own out there, but group references do not hold any more.
    walk.hideSource(m_query.family == Family::Ipv6 ? sourceIn(subnet) : AddressSet::internet());
    return walk;
}

PacketWalk WayOut::throughNat(const BlockId& subnet, const BlockId& nat, const AddressSet& destination) const
{
    PacketWalk walk = start(subnet, destination);
    walk.route(subnet, End::Destination, "no-route", [&](const BlockId& target) { return target == nat; });
    const BlockId home = m_graph.positionSubnet(nat);
    const bool isInstance = m_graph.isKind(nat, "ec2-instance");
    // NAT serves its own VPC only.
    if (m_graph.vpcOf(nat) != m_from.vpc) walk.block("nat-elsewhere", nat);
    if (isInstance)
        checkInstance(walk, nat);
    else if (m_graph.value(nat, "connectivity").toString() == "private")
        walk.block("nat-private", nat);
    if (isInstance || m_graph.value(nat, "availability-mode").toString() != "regional")
        passNatSubnet(walk, home, nat, subnet);
    else if (m_routes.internetGatewaysOf(m_from.vpc).empty())
        walk.block("no-internet-gateway", m_from.vpc);
    else
        walk.takeOver();
    walk.hideSource(AddressSet::internet());
    return walk;
}

void WayOut::passNatSubnet(PacketWalk& walk, const BlockId& home, const BlockId& nat, const BlockId& from) const
{
    if (home.isEmpty()) return walk.block("no-subnet", nat);
    if (home != from) walk.cross(home, Direction::Inbound);
    walk.takeOver();
    walk.cross(home, Direction::Outbound);
    walk.route(
        home, End::Destination, "no-route", [&](const BlockId& target) { return isGatewayOf(m_from.vpc, target); },
        "no-internet-route");
}

void WayOut::checkInstance(PacketWalk& walk, const BlockId& nat) const
{
    const Endpoint host = endpointOf(m_graph, nat);
    if (m_graph.value(nat, "source-destination-check").toBool(true)) walk.block("nat-check", nat);
    if (!host.hasPublicAddress) walk.block("no-public-address-out", nat);
    walk.guard(host, Direction::Inbound, m_from);
    walk.guard(host, Direction::Outbound, byPublicAddress(m_to));
}

}  // namespace lintel::model::analysis
