#include "model/analysis/routes.h"

#include "model/analysis/ipv6_endpoint.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

// A public range, or the whole internet: not an address of a private network, nor one of the VPC's own.
bool leadsOutside(const Route& route, const std::vector<Cidr>& own)
{
    const auto range = route.range();
    return range && !isPrivateRange(*range) &&
           std::none_of(own.begin(), own.end(), [&](const Cidr& mine) { return mine.contains(*range); });
}

// What a target that sits in no VPC is attached to.
std::vector<BlockId> attachedVpcs(const graph::ArchitectureGraph& graph, const BlockId& target)
{
    std::vector<BlockId> vpcs = graph.references(target, "attachments");
    for (const char* key : {"requester", "accepter"})
        if (const BlockId vpc = graph.reference(target, key); graph.isKind(vpc, "vpc")) vpcs.push_back(vpc);
    return vpcs;
}

}  // namespace

const BlockId& Routes::tableOf(const BlockId& subnet) const
{
    return m_tables.get(subnet, [&] { return findTable(subnet); });
}

BlockId Routes::findTable(const BlockId& subnet) const
{
    const BlockId named = m_graph->reference(subnet, "route-table");
    if (m_graph->isKind(named, "route-table")) return named;
    for (const BlockId& table : m_graph->blocksInVpc(m_graph->vpcOf(subnet), "route-table"))
        if (m_graph->value(table, "main").toBool()) return table;
    return {};
}

const std::vector<Route>& Routes::routesOf(const BlockId& table) const
{
    return m_routes.get(table, [&] { return readRoutes(table); });
}

std::vector<Route> Routes::readRoutes(const BlockId& table) const
{
    std::vector<Route> routes;
    for (const Value& row : m_graph->value(table, "routes").toList()) {
        const BlockId target(row["target"].toString());
        const std::string destination = row["destination"].scalarText();
        routes.push_back(
            {table, destination, m_graph->block(target) ? target : BlockId(), parseAddressRange(destination)});
    }
    return routes;
}

bool Routes::isActive(const Route& route) const
{
    if (route.target.isEmpty()) return false;
    const BlockId vpc = m_graph->vpcOf(route.table);
    if (vpc.isEmpty()) return true;
    if (const BlockId holder = m_graph->vpcOf(route.target); !holder.isEmpty()) return holder == vpc;
    // Nobody says what it is attached to: nothing is known against it.
    const std::vector<BlockId> attached = attachedVpcs(*m_graph, route.target);
    return attached.empty() || std::find(attached.begin(), attached.end(), vpc) != attached.end();
}

const std::vector<BlockId>& Routes::internetGatewaysOf(const BlockId& vpc) const
{
    static const std::vector<BlockId> kNone;
    return vpc.isEmpty() ? kNone : m_graph->blocksInVpc(vpc, "internet-gateway");
}

std::optional<Route> Routes::internetGatewayRoute(const BlockId& subnet) const
{
    const BlockId vpc = m_graph->vpcOf(subnet);
    const std::vector<Cidr> own = rangesOf(vpc);
    for (const Route& route : routesOf(tableOf(subnet)))
        if (m_graph->isKind(route.target, "internet-gateway") && m_graph->vpcOf(route.target) == vpc &&
            leadsOutside(route, own))
            return route;
    return std::nullopt;
}

SubnetClass Routes::classOf(const BlockId& subnet) const
{
    return m_classes.get(subnet, [&] { return classify(subnet); });
}

SubnetClass Routes::classify(const BlockId& subnet) const
{
    const BlockId table = tableOf(subnet);
    if (table.isEmpty()) return SubnetClass::Unknown;
    if (internetGatewayRoute(subnet)) return SubnetClass::Public;
    for (const Route& route : routesOf(table))
        if (route.range() && isActive(route) && !m_graph->isKind(route.target, "internet-gateway"))
            return SubnetClass::Private;
    return SubnetClass::Isolated;
}

std::optional<Route> Routes::routeTo(const BlockId& subnet, const Cidr& destination) const
{
    std::optional<Route> best;
    for (const Route& route : routesOf(tableOf(subnet)))
        if (const auto range = route.range(); range && range->contains(destination))
            if (!best || range->prefix > best->range()->prefix) best = route;
    return best;
}

std::vector<const Route*> Routes::byPrefix(const BlockId& table) const
{
    std::vector<const Route*> rows;
    for (const Route& route : routesOf(table))
        if (route.addresses) rows.push_back(&route);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Route* a, const Route* b) { return a->addresses->prefix > b->addresses->prefix; });
    return rows;
}

AddressSet Routes::localOf(const BlockId& vpc) const
{
    AddressSet own;
    for (const Cidr& range : rangesOf(vpc)) own = own.with(range);
    const auto sixth = ipv6RangeOf(*m_graph, vpc);
    return sixth ? own.with(*sixth) : own;
}

const std::vector<BlockId>& Routes::subnetsOf(const BlockId& table) const
{
    static const std::vector<BlockId> kNone;
    const ByTable& all = m_subnets.get(true, [&] {
        ByTable byTable;
        for (const BlockId& subnet : m_graph->blocksOfKind("subnet")) byTable[tableOf(subnet)].push_back(subnet);
        return byTable;
    });
    const auto found = all.find(table);
    return found == all.end() ? kNone : found->second;
}

const std::vector<Cidr>& Routes::rangesOf(const BlockId& vpc) const
{
    return m_ranges.get(vpc, [&] { return readRanges(vpc); });
}

std::vector<Cidr> Routes::readRanges(const BlockId& vpc) const
{
    std::vector<Cidr> ranges;
    if (const auto main = parseCidr(m_graph->value(vpc, "cidr").toString())) ranges.push_back(main->canonical());
    for (const Value& more : m_graph->value(vpc, "secondary-cidrs").toList())
        if (const auto range = parseCidr(more.toString())) ranges.push_back(range->canonical());
    return ranges;
}

bool Routes::natWorks(const BlockId& nat) const
{
    if (m_graph->value(nat, "connectivity").toString() == "private") return false;
    if (m_graph->value(nat, "availability-mode").toString() == "regional")
        return !internetGatewaysOf(m_graph->vpcOf(nat)).empty();
    const BlockId subnet = m_graph->positionSubnet(nat);
    // Where its own routes are not drawn yet, nothing is known against it.
    const SubnetClass own = subnet.isEmpty() ? SubnetClass::Unknown : classOf(subnet);
    return own == SubnetClass::Public || own == SubnetClass::Unknown;
}

Egress Routes::egress(const BlockId& subnet, bool hasPublicAddress) const
{
    Egress egress;
    egress.path = {subnet.text()};
    const BlockId table = tableOf(subnet);
    if (table.isEmpty()) return egress;
    egress.path.push_back(table.text());
    egress.kind = Egress::Kind::None;
    // The default route; where there is none, any route to public addresses.
    auto route = routeTo(subnet, {0, 0});
    if (!route) {
        const std::vector<Cidr> own = rangesOf(m_graph->vpcOf(subnet));
        for (const Route& narrow : routesOf(table))
            if (leadsOutside(narrow, own)) route = narrow;
    }
    if (!route || !isActive(*route)) return egress;

    egress.path.push_back(route->target.text());
    egress.kind = kindOf(route->target, hasPublicAddress);
    return egress;
}

Egress::Kind Routes::kindOf(const BlockId& target, bool hasPublicAddress) const
{
    if (m_graph->isKind(target, "internet-gateway"))
        return hasPublicAddress ? Egress::Kind::Direct : Egress::Kind::NoPublicAddress;
    if (m_graph->isKind(target, "nat-gateway")) return natWorks(target) ? Egress::Kind::Nat : Egress::Kind::BrokenNat;
    if (m_graph->isKind(target, "ec2-instance")) return Egress::Kind::NatInstance;
    const std::string& role = m_graph->fact(target, "role");
    return role == "transit" || role == "vpn" ? Egress::Kind::Transit : Egress::Kind::None;
}

Egress Routes::egressTo(const BlockId& subnet, const Cidr& destination, bool hasPublicAddress) const
{
    Egress egress;
    egress.path = {subnet.text()};
    for (const Cidr& own : rangesOf(m_graph->vpcOf(subnet)))
        if (own.contains(destination)) {
            egress.kind = Egress::Kind::Local;
            return egress;
        }
    const BlockId table = tableOf(subnet);
    if (table.isEmpty()) return egress;
    egress.path.push_back(table.text());
    egress.kind = Egress::Kind::None;
    const auto route = routeTo(subnet, destination);
    if (!route || !isActive(*route)) return egress;
    egress.path.push_back(route->target.text());
    egress.kind =
        m_graph->isKind(route->target, "vpc-peering") ? Egress::Kind::Peering : kindOf(route->target, hasPublicAddress);
    return egress;
}

Egress Routes::egressOf(const BlockId& block) const
{
    const BlockId host = m_graph->hostOf(block);
    const bool hasAddress = m_graph->hasPublicAddress(host);
    Egress least;
    bool first = true;
    for (const BlockId& subnet : m_graph->subnetsOf(host)) {
        Egress here = egress(subnet, hasAddress);
        if (here.kind == Egress::Kind::Unknown) return here;
        if (first || (least.works() && !here.works())) least = std::move(here);
        first = false;
    }
    return least;
}

}  // namespace lintel::model::analysis
