#include "model/analysis/leg.h"

#include "model/analysis/packet_walk.h"

#include <algorithm>
#include <set>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

const std::set<std::string, std::less<>> kPrivateGateways{"vpn", "transit"};

/// The peering connections and transit gateways that both VPCs are attached to.
std::vector<BlockId> linksBetween(const Graph& graph, const BlockId& one, const BlockId& other)
{
    std::vector<BlockId> links;
    for (const BlockId& peering : graph.blocksOfKind("vpc-peering")) {
        const std::set<BlockId> ends{graph.reference(peering, "requester"), graph.reference(peering, "accepter")};
        if (ends == std::set<BlockId>{one, other}) links.push_back(peering);
    }
    for (const BlockId& gateway : graph.blocksOfKind("transit-gateway")) {
        const std::vector<BlockId> attached = graph.references(gateway, "attachments");
        const auto has = [&](const BlockId& vpc) {
            return std::find(attached.begin(), attached.end(), vpc) != attached.end();
        };
        if (has(one) && has(other)) links.push_back(gateway);
    }
    return links;
}

/// Gateways of the VPC (or attached to it) that a drawn chain of VPN and Direct Connect links to the network.
std::vector<BlockId> gatewaysTo(const Graph& graph, const BlockId& network, const BlockId& vpc)
{
    std::set<BlockId> seen{network};
    std::vector<BlockId> queue{network};
    std::vector<BlockId> gateways;
    while (!queue.empty()) {
        const BlockId at = queue.back();
        queue.pop_back();
        const auto visit = [&](const BlockId& next) {
            if (kPrivateGateways.contains(graph.fact(next, "role")) && !graph.isKind(next, "vpc-peering") &&
                seen.insert(next).second)
                queue.push_back(next);
        };
        for (const ConnectionId& link : graph.outgoing(at)) visit(graph.connection(link)->to);
        for (const ConnectionId& link : graph.incoming(at)) visit(graph.connection(link)->from);
        const std::vector<BlockId> attached = graph.references(at, "attachments");
        const bool isAttached = std::find(attached.begin(), attached.end(), vpc) != attached.end();
        if ((graph.isKind(at, "virtual-private-gateway") && graph.vpcOf(at) == vpc) || isAttached)
            gateways.push_back(at);
    }
    std::sort(gateways.begin(), gateways.end());
    return gateways;
}

void append(std::vector<Leg>& legs, std::vector<Leg> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(legs));
}

/// Builds the legs from one end to the other.
class LegFinder {
public:
    LegFinder(const Graph& graph, const Routes& routes, const Endpoint& from, const Endpoint& to, const Query& query,
              const AddressSet* clients)
        : m_graph(graph), m_routes(routes), m_from(from), m_to(to), m_query(query), m_clients(clients)
    {
    }

    std::vector<Leg> find()
    {
        if (m_from.place == Place::Nowhere || m_to.place == Place::Nowhere)
            return unable("no-interface", m_to.place == Place::Nowhere ? m_to : m_from);
        if (!m_from.host.isEmpty() && m_from.host == m_to.host) return straight();
        for (const Endpoint* end : {&m_to, &m_from})
            if (end->isInside() && end->subnets.empty()) return unable("no-subnet", *end);
        if (m_from.isInside() && m_to.isInside()) return between();
        if (m_to.isInside()) return m_from.isOutside() ? fromOutside() : overGateways(m_from.host, m_to.vpc);
        if (m_from.isInside()) return m_to.isOutside() ? toOutside() : overGateways(m_to.host, m_from.vpc);
        if (m_from.place == Place::Network && m_to.place == Place::Network) return unable("no-way", m_to);
        return straight();
    }

private:
    PacketWalk walk(AddressSet source, AddressSet destination) const
    {
        return {m_graph, m_routes, m_query, std::move(source), std::move(destination)};
    }

    std::vector<Leg> unable(const char* code, const Endpoint& subject) const
    {
        PacketWalk walk = this->walk(m_from.addresses, m_to.addresses);
        walk.block(code, subject.host.isEmpty() ? subject.block : subject.host);
        return walk.finish();
    }

    /// Inside one host, or between two that are no part of the drawing's networks.
    std::vector<Leg> straight() const
    {
        PacketWalk walk =
            this->walk(m_from.addresses.isEmpty() ? AddressSet::all() : m_from.addresses, AddressSet::all());
        walk.step(m_to.host);
        return walk.finish();
    }

    std::vector<Leg> between() const
    {
        // The name of an internet-facing load balancer gives its public addresses, to neighbours too.
        const bool isByPublicName = m_to.isLoadBalancer && m_to.hasPublicAddress;
        if (isByPublicName) return overTheInternet();
        if (m_from.vpc == m_to.vpc) return perPair([this](const BlockId& a, const BlockId& b) { return local(a, b); });
        std::vector<Leg> legs;
        for (const BlockId& link : linksBetween(m_graph, m_from.vpc, m_to.vpc))
            append(legs, perPair([&](const BlockId& a, const BlockId& b) { return linked(a, b, link); }));
        if (m_to.hasPublicAddress) append(legs, overTheInternet());
        if (legs.empty()) append(legs, unable("no-way", m_to));
        return legs;
    }

    template <class Make>
    std::vector<Leg> perPair(Make make) const
    {
        std::vector<Leg> legs;
        for (const BlockId& a : m_from.subnets)
            for (const BlockId& b : m_to.subnets) append(legs, from(a, make(a, b)));
        return legs;
    }

    /// Notes where they start.
    static std::vector<Leg> from(const BlockId& subnet, std::vector<Leg> legs)
    {
        for (Leg& leg : legs) leg.exit = subnet;
        return legs;
    }

    std::vector<Leg> local(const BlockId& a, const BlockId& b) const
    {
        PacketWalk walk = this->walk(sourceIn(a), addressesIn(m_graph, m_to, b));
        walk.guard(m_from, Direction::Outbound, m_to);
        walk.step(a);
        if (a != b) walk.cross(a, Direction::Outbound);
        return arrive(walk, b, a != b);
    }

    std::vector<Leg> linked(const BlockId& a, const BlockId& b, const BlockId& link) const
    {
        PacketWalk walk = this->walk(sourceIn(a), addressesIn(m_graph, m_to, b));
        const auto isLink = [&](const BlockId& target) { return target == link; };
        walk.guard(m_from, Direction::Outbound, m_to);
        walk.step(a);
        walk.cross(a, Direction::Outbound);
        walk.route(a, End::Destination, "no-route", isLink);
        walk.route(b, End::Source, "no-return-route", isLink);
        return arrive(walk, b, true);
    }

    /// The last steps into the receiver's subnet and past its security groups.
    std::vector<Leg> arrive(PacketWalk& walk, const BlockId& subnet, bool crosses) const
    {
        std::vector<OpenRow> rows;
        walk.step(subnet);
        if (crosses) walk.cross(subnet, Direction::Inbound);
        walk.guard(m_to, Direction::Inbound, m_from, &rows);
        walk.step(m_to.host);
        std::vector<Leg> legs = walk.finish();
        for (Leg& leg : legs) {
            leg.rows = rows;
            leg.entry = subnet;
        }
        return legs;
    }

    std::vector<Leg> fromOutside() const
    {
        std::vector<Leg> legs;
        for (const BlockId& subnet : m_to.subnets) {
            PacketWalk walk = this->walk(m_from.addresses, AddressSet::all());
            enter(walk, subnet);
            append(legs, arrive(walk, subnet, true));
        }
        return legs;
    }

    /// Through the internet gateway to a public address; the subnet's table must lead replies back.
    void enter(PacketWalk& walk, const BlockId& subnet) const
    {
        if (m_from.place == Place::CloudFront && isVpcOrigin()) {
            const std::vector<BlockId> gateways = m_routes.internetGatewaysOf(m_to.vpc);
            if (gateways.empty()) walk.block("no-internet-gateway", m_to.vpc);
            return;
        }
        if (!m_to.hasPublicAddress)
            walk.block(m_to.isLoadBalancer ? "internal-load-balancer" : "no-public-address", m_to.host);
        // The route that the way out lacks already serves the answers as well.
        if (walk.isBlocked("no-route", m_routes.tableOf(subnet))) return;
        walk.route(subnet, End::Source, "no-internet-route",
                   [&](const BlockId& target) { return isGatewayOf(m_to.vpc, target); });
    }

    bool isGatewayOf(const BlockId& vpc, const BlockId& target) const
    {
        return m_graph.isKind(target, "internet-gateway") && m_graph.vpcOf(target) == vpc;
    }

    /// CloudFront reaches private origins through interfaces of its own in the VPC.
    bool isVpcOrigin() const
    {
        for (const ConnectionId& link : m_graph.outgoing(m_from.host)) {
            const Connection& origin = *m_graph.connection(link);
            if (m_graph.hostOf(origin.to) == m_to.host && origin.property("origin-access").toString() == "vpc-origin")
                return true;
        }
        return false;
    }

    std::vector<Leg> toOutside() const
    {
        std::vector<Leg> legs;
        for (const BlockId& subnet : m_from.subnets) {
            for (PacketWalk& walk : leaving(subnet, m_to.addresses)) {
                walk.step(m_to.host);
                append(legs, from(subnet, walk.finish()));
            }
            if (m_to.place == Place::Service) appendEndpoints(subnet, legs);
        }
        return legs;
    }

    /// Every way out of the subnet: straight, and by each NAT that its table names.
    std::vector<PacketWalk> leaving(const BlockId& subnet, const AddressSet& destination) const
    {
        std::vector<PacketWalk> walks;
        for (const Route& route : m_routes.routesOf(m_routes.tableOf(subnet))) {
            const bool isNat =
                m_graph.isKind(route.target, "nat-gateway") || m_graph.isKind(route.target, "ec2-instance");
            if (!isNat || route.target == m_from.host) continue;
            walks.push_back(throughNat(subnet, route.target, destination));
        }
        // Without any NAT, or with a public address, the gateway itself is the way.
        if (walks.empty() || m_from.hasPublicAddress) walks.push_back(throughGateway(subnet, destination));
        return walks;
    }

    /// A rule that names a group means the private addresses of its members, never public ones.
    static Endpoint byPublicAddress(Endpoint endpoint)
    {
        endpoint.groups.clear();
        return endpoint;
    }

    PacketWalk start(const BlockId& subnet, const AddressSet& destination) const
    {
        PacketWalk walk = this->walk(sourceIn(subnet), destination);
        walk.guard(m_from, Direction::Outbound, byPublicAddress(m_to));
        walk.step(subnet);
        walk.cross(subnet, Direction::Outbound);
        return walk;
    }

    /// One table cannot lead the same addresses to a NAT and to the gateway: such a way cannot be mended by a route.
    bool wantsTwoWays(const PacketWalk& walk, const BlockId& toNat, const BlockId& toGateway) const
    {
        const BlockId table = m_routes.tableOf(toNat);
        if (!walk.isBehindNat() || table != m_routes.tableOf(toGateway)) return false;
        return walk.isBlocked("no-internet-route", table) || walk.isBlocked("no-route", table);
    }

    PacketWalk throughGateway(const BlockId& subnet, const AddressSet& destination) const
    {
        PacketWalk walk = start(subnet, destination);
        const auto leadsOut = [&](const BlockId& target) {
            return isGatewayOf(m_from.vpc, target) || kPrivateGateways.contains(m_graph.fact(target, "role"));
        };
        const auto isPlain = [&](const BlockId& target) { return isGatewayOf(m_from.vpc, target); };
        // What leaves through another network is that network's business; only the gateway wants a public address.
        const auto route = m_routes.routeTo(subnet, {0, 0});
        const bool isTransit = route && kPrivateGateways.contains(m_graph.fact(route->target, "role"));
        if (isTransit)
            walk.route(subnet, End::Destination, "no-route", leadsOut);
        else
            walk.route(subnet, End::Destination, "no-route", isPlain, "no-internet-route");
        if (!isTransit && !m_from.hasPublicAddress) walk.block("no-public-address-out", m_from.host);
        walk.hideSource(AddressSet::internet());
        return walk;
    }

    PacketWalk throughNat(const BlockId& subnet, const BlockId& nat, const AddressSet& destination) const
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

    void passNatSubnet(PacketWalk& walk, const BlockId& home, const BlockId& nat, const BlockId& from) const
    {
        if (home.isEmpty()) return walk.block("no-subnet", nat);
        if (home != from) walk.cross(home, Direction::Inbound);
        walk.takeOver();
        walk.cross(home, Direction::Outbound);
        walk.route(
            home, End::Destination, "no-route", [&](const BlockId& target) { return isGatewayOf(m_from.vpc, target); },
            "no-internet-route");
    }

    void checkInstance(PacketWalk& walk, const BlockId& nat) const
    {
        const Endpoint host = endpointOf(m_graph, nat);
        if (m_graph.value(nat, "source-destination-check").toBool(true)) walk.block("nat-check", nat);
        if (!host.hasPublicAddress) walk.block("no-public-address-out", nat);
        walk.guard(host, Direction::Inbound, m_from);
        walk.guard(host, Direction::Outbound, byPublicAddress(m_to));
    }

    std::vector<Leg> overTheInternet() const
    {
        std::vector<Leg> legs;
        for (const BlockId& a : m_from.subnets)
            for (const BlockId& b : m_to.subnets)
                for (PacketWalk& walk : leaving(a, AddressSet::internet())) {
                    enter(walk, b);
                    if (wantsTwoWays(walk, a, b)) continue;
                    append(legs, from(a, arrive(walk, b, true)));
                }
        if (legs.empty()) append(legs, unable("no-way", m_to));
        return legs;
    }

    /// Gateway endpoints are routes to one service; interface endpoints are neighbours that stand for one.
    void appendEndpoints(const BlockId& subnet, std::vector<Leg>& legs) const
    {
        const std::string kind = m_graph.block(m_to.host)->kind.text();
        const std::string service = kind == "s3-bucket" ? "s3" : kind;
        const BlockId table = m_routes.tableOf(subnet);
        for (const BlockId& endpoint : m_graph.blocksOfKind("vpc-endpoint-gateway")) {
            const std::vector<BlockId> tables = m_graph.references(endpoint, "route-tables");
            if (m_graph.value(endpoint, "service").toString() != service || m_graph.vpcOf(endpoint) != m_from.vpc)
                continue;
            PacketWalk walk = start(subnet, m_to.addresses);
            if (std::find(tables.begin(), tables.end(), table) == tables.end()) walk.block("endpoint-table", endpoint);
            walk.step(table);
            walk.step(endpoint);
            walk.step(m_to.host);
            append(legs, from(subnet, walk.finish()));
        }
        for (const BlockId& endpoint : m_graph.blocksOfKind("vpc-endpoint-interface")) {
            const std::string offered = m_graph.value(endpoint, "service").toString();
            if (m_graph.vpcOf(endpoint) != m_from.vpc || offered.substr(0, offered.find('.')) != serviceNameOf(kind))
                continue;
            for (Leg& leg : legsBetween(m_graph, m_routes, m_from, endpointOf(m_graph, endpoint), m_query)) {
                leg.path.push_back(m_to.host.text());
                legs.push_back(std::move(leg));
            }
        }
    }

    /// What endpoint services call the service behind a block kind.
    static std::string serviceNameOf(const std::string& kind)
    {
        if (kind == "s3-bucket") return "s3";
        if (kind == "secrets-manager") return "secretsmanager";
        if (kind == "parameter-store") return "ssm";
        if (kind == "cloudwatch-logs") return "logs";
        if (kind == "eventbridge") return "events";
        if (kind == "kms-key") return "kms";
        if (kind == "kinesis") return "kinesis-streams";
        return kind;
    }

    /// To or from an office over VPN or Direct Connect.
    std::vector<Leg> overGateways(const BlockId& network, const BlockId& vpc) const
    {
        std::vector<Leg> legs;
        const bool isInbound = m_to.isInside();
        for (const BlockId& gateway : gatewaysTo(m_graph, network, vpc))
            for (const BlockId& subnet : isInbound ? m_to.subnets : m_from.subnets) {
                const auto isGateway = [&](const BlockId& target) { return target == gateway; };
                PacketWalk walk = isInbound ? this->walk(m_from.addresses, addressesIn(m_graph, m_to, subnet))
                                            : start(subnet, m_to.addresses);
                walk.route(subnet, isInbound ? End::Source : End::Destination,
                           isInbound ? "no-return-route" : "no-route", isGateway);
                if (isInbound) {
                    append(legs, arrive(walk, subnet, true));
                } else {
                    walk.step(m_to.host);
                    append(legs, from(subnet, walk.finish()));
                }
            }
        if (legs.empty()) append(legs, unable("no-way", m_to));
        return legs;
    }

    /// A network load balancer may hand on the addresses of its clients.
    AddressSet sourceIn(const BlockId& subnet) const
    {
        const AddressSet own = addressesIn(m_graph, m_from, subnet);
        return m_graph.isKind(m_from.host, "nlb") ? own.with(m_clients ? *m_clients : AddressSet::internet()) : own;
    }

    const Graph& m_graph;
    const Routes& m_routes;
    const Endpoint& m_from;
    const Endpoint& m_to;
    const Query& m_query;
    const AddressSet* m_clients;
};

}  // namespace

std::vector<Leg> legsBetween(const graph::ArchitectureGraph& graph, const Routes& routes, const Endpoint& from,
                             const Endpoint& to, const Query& query, const AddressSet* clients)
{
    return LegFinder(graph, routes, from, to, query, clients).find();
}

}  // namespace lintel::model::analysis
