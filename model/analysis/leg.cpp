#include "model/analysis/leg.h"

#include "model/analysis/network_links.h"
#include "model/analysis/way_out.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

void append(std::vector<Leg>& legs, std::vector<Leg> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(legs));
}

/// Builds the legs from one end to the other.
class LegFinder {
public:
    LegFinder(const Graph& graph, const Routes& routes, const Endpoint& from, const Endpoint& to, const Query& query,
              const AddressSet* carried)
        : m_graph(graph),
          m_routes(routes),
          m_from(from),
          m_to(to),
          m_query(query),
          m_out(graph, routes, from, to, query, carried)
    {
    }

    std::vector<Leg> find()
    {
        if (m_from.place == Place::Nowhere || m_to.place == Place::Nowhere)
            return unable("no-interface", m_to.place == Place::Nowhere ? m_to : m_from);
        if (!m_from.host.isEmpty() && m_from.host == m_to.host) return straight();
        for (const Endpoint* end : {&m_to, &m_from})
            if (!end->hasAddress) return unable("no-ipv6", *end);
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

    AddressSet everyone() const { return AddressSet::all(m_query.family); }
    AddressSet addressesOf(const Endpoint& endpoint, const BlockId& subnet) const
    {
        return addressesIn(m_graph, endpoint, subnet, m_query.family);
    }
    bool isIpv6() const { return m_query.family == Family::Ipv6; }

    std::vector<Leg> unable(const char* code, const Endpoint& subject) const
    {
        PacketWalk walk = this->walk(m_from.addresses, m_to.addresses);
        walk.block(code, subject.host.isEmpty() ? subject.block : subject.host);
        return walk.finish();
    }

    /// Inside one host, or between two that are no part of the drawing's networks.
    std::vector<Leg> straight() const
    {
        PacketWalk walk = this->walk(m_from.addresses.isEmpty() ? everyone() : m_from.addresses, everyone());
        walk.step(m_to.host);
        return walk.finish();
    }

    std::vector<Leg> between() const
    {
        // The name of an internet-facing load balancer gives its public addresses, to neighbours too. Those of IPv6
        // lie in the VPC's own range.
        const bool isByPublicName = m_to.isLoadBalancer && m_to.hasPublicAddress && !isIpv6();
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
        PacketWalk walk = this->walk(m_out.sourceIn(a), addressesOf(m_to, b));
        walk.guard(m_from, Direction::Outbound, m_to);
        walk.step(a);
        if (a != b) walk.cross(a, Direction::Outbound);
        return arrive(walk, b, a != b);
    }

    std::vector<Leg> linked(const BlockId& a, const BlockId& b, const BlockId& link) const
    {
        PacketWalk walk = this->walk(m_out.sourceIn(a), addressesOf(m_to, b));
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
            PacketWalk walk = this->walk(m_from.addresses, everyone());
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
        walk.route(
            subnet, End::Source, "no-internet-route",
            [&](const BlockId& target) { return m_out.isGatewayOf(m_to.vpc, target); }, wordsOfMissingRoute(subnet));
    }

    /// Which message says best that answers do not get back to the internet.
    std::string wordsOfMissingRoute(const BlockId& subnet) const
    {
        if (!isIpv6()) return {};
        const auto route = m_routes.defaultRouteOf(subnet, Family::Ipv6);
        const bool isEgressOnly = route && m_graph.isKind(route->target, "egress-only-internet-gateway");
        return isEgressOnly ? "egress-only" : "no-ipv6-route";
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
            for (PacketWalk& walk : m_out.leaving(subnet, m_to.addresses)) {
                walk.step(m_to.host);
                append(legs, from(subnet, walk.finish()));
            }
            if (m_to.place == Place::Service) appendEndpoints(subnet, legs);
        }
        return legs;
    }

    std::vector<Leg> overTheInternet() const
    {
        std::vector<Leg> legs;
        for (const BlockId& a : m_from.subnets)
            for (const BlockId& b : m_to.subnets)
                for (PacketWalk& walk : m_out.leaving(a, isIpv6() ? addressesOf(m_to, b) : AddressSet::internet())) {
                    enter(walk, b);
                    if (m_out.wantsTwoWays(walk, a, b)) continue;
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
            PacketWalk walk = m_out.start(subnet, m_to.addresses);
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
                PacketWalk walk = isInbound ? this->walk(m_from.addresses, addressesOf(m_to, subnet))
                                            : m_out.start(subnet, m_to.addresses);
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

    const Graph& m_graph;
    const Routes& m_routes;
    const Endpoint& m_from;
    const Endpoint& m_to;
    const Query& m_query;
    WayOut m_out;
};

}  // namespace

std::vector<Leg> legsBetween(const graph::ArchitectureGraph& graph, const Routes& routes, const Endpoint& from,
                             const Endpoint& to, const Query& query, const AddressSet* clients)
{
    std::vector<Leg> legs = LegFinder(graph, routes, from, to, query, nullptr).find();
    // A packet carries one or the other address: each has its own obstacles.
    const AddressSet& others = clients ? *clients : AddressSet::internet(query.family);
    if (graph.isKind(from.host, "nlb") && !others.isEmpty())
        append(legs, LegFinder(graph, routes, from, to, query, &others).find());
    return legs;
}

}  // namespace lintel::model::analysis
