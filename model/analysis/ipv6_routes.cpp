#include "model/analysis/ipv6_endpoint.h"
#include "model/analysis/routes.h"

namespace lintel::model::analysis {

namespace {

/// A destination that is no network of the drawing's own: the unique local addresses stay private.
bool leadsOutside(const Route& route, const AddressSet& own)
{
    return route.addresses && route.addresses->family == Family::Ipv6 &&
           !AddressSet(*route.addresses).intersection(AddressSet::internet(Family::Ipv6)).without(own).isEmpty();
}

}  // namespace

std::optional<Route> Routes::defaultRouteOf(const BlockId& subnet, Family family) const
{
    for (const Route& route : routesOf(tableOf(subnet)))
        if (route.addresses == everywhere(family)) return route;
    return std::nullopt;
}

std::optional<SubnetClass> Routes::ipv6ClassOf(const BlockId& subnet) const
{
    if (!ipv6RangeOf(*m_graph, subnet)) return std::nullopt;
    const BlockId table = tableOf(subnet);
    if (table.isEmpty()) return SubnetClass::Unknown;
    const AddressSet own = localOf(m_graph->vpcOf(subnet));
    SubnetClass found = SubnetClass::Isolated;
    for (const Route& route : routesOf(table)) {
        if (!route.addresses || route.addresses->family != Family::Ipv6 || !isActive(route)) continue;
        if (!m_graph->isKind(route.target, "internet-gateway"))
            found = SubnetClass::Private;
        else if (leadsOutside(route, own))
            return SubnetClass::Public;
    }
    return found;
}

Egress Routes::ipv6EgressTo(const BlockId& subnet, const AddressRange& destination) const
{
    Egress egress;
    egress.path = {subnet.text()};
    egress.kind = Egress::Kind::None;
    if (!ipv6RangeOf(*m_graph, subnet)) return egress;
    const auto own = ipv6RangeOf(*m_graph, m_graph->vpcOf(subnet));
    if (own && own->contains(destination)) {
        egress.kind = Egress::Kind::Local;
        return egress;
    }
    const BlockId table = tableOf(subnet);
    egress.kind = table.isEmpty() ? Egress::Kind::Unknown : Egress::Kind::None;
    if (table.isEmpty()) return egress;
    egress.path.push_back(table.text());
    for (const Route* route : byPrefix(table)) {
        if (route->addresses->family != Family::Ipv6 || !route->addresses->contains(destination)) continue;
        if (!isActive(*route)) return egress;
        egress.path.push_back(route->target.text());
        egress.kind = ipv6KindOf(route->target);
        return egress;
    }
    return egress;
}

Egress Routes::ipv6Egress(const BlockId& subnet) const { return ipv6EgressTo(subnet, everywhere(Family::Ipv6)); }

Egress::Kind Routes::ipv6KindOf(const BlockId& target) const
{
    if (m_graph->isKind(target, "internet-gateway")) return Egress::Kind::Direct;
    if (m_graph->isKind(target, "egress-only-internet-gateway")) return Egress::Kind::EgressOnly;
    if (m_graph->isKind(target, "vpc-peering")) return Egress::Kind::Peering;
    const std::string& role = m_graph->fact(target, "role");
    return role == "transit" || role == "vpn" ? Egress::Kind::Transit : Egress::Kind::None;
}

}  // namespace lintel::model::analysis
