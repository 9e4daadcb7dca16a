#include "model/analysis/reachability.h"

#include "model/analysis/ipv6_endpoint.h"
#include "model/analysis/joined_legs.h"

#include <algorithm>
#include <set>

namespace lintel::model::analysis {

namespace {

/// Which transport protocol a listener takes: an Application Load Balancer knows TCP only.
std::vector<Query> queriesOf(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer, const Value& listener)
{
    const int port = static_cast<int>(listener["port"].toInteger(0));
    const std::string& protocol = listener["protocol"].toString();
    if (!graph.isKind(loadBalancer, "nlb")) return {{"tcp", port}};
    if (protocol == "UDP") return {{"udp", port}};
    if (protocol == "TCP_UDP") return {{"tcp", port}, {"udp", port}};
    return {{"tcp", port}};
}

Reach answer(std::vector<Leg> ways, const BlockId& from, const BlockId& to)
{
    Reach reach;
    ways = worthKnowing(std::move(ways));
    reach.reachable = !ways.empty() && ways.front().passes();
    if (!reach.reachable) {
        for (Leg& way : ways) reach.blockers.push_back(std::move(way.blockers));
        return reach;
    }
    for (const Leg& way : ways) reach.sources = reach.sources.with(way.sources);
    if (!from.isEmpty()) reach.path.push_back(from.text());
    for (std::string& id : ways.front().path)
        if (reach.path.empty() || reach.path.back() != id) reach.path.push_back(std::move(id));
    if (reach.path.empty() || reach.path.back() != to.text()) reach.path.push_back(to.text());
    reach.rows = std::move(ways.front().rows);
    return reach;
}

/// Only ways that are open to the world count.
Reach wideAnswer(std::vector<Leg> ways, const BlockId& to)
{
    std::vector<Leg> wide = ways;
    std::erase_if(wide, [](const Leg& way) { return !way.passes() || !way.sources.isInternetWide(); });
    if (!wide.empty()) return answer(std::move(wide), {}, to);
    std::erase_if(ways, [](const Leg& way) { return way.passes(); });
    return answer(std::move(ways), {}, to);
}

}  // namespace

const Reachability::Forwardings& Reachability::forwardings() const
{
    return m_forwardings.get(true, [&] { return indexTargets(); });
}

Reachability::Forwardings Reachability::indexTargets() const
{
    Forwardings all;
    for (const BlockId& balancer : m_graph->loadBalancers()) {
        const Value::List& listeners = m_graph->value(balancer, "listeners").toList();
        for (const graph::Target& target : m_graph->targetsOf(balancer)) {
            Forwarding forwarding{balancer, target.group, target.ports, {}};
            for (const Value& listener : listeners) {
                const std::string& action = listener["action"].toString();
                const BlockId named(listener["target"].toString());
                const bool isForThis =
                    named.isEmpty() || target.group.isEmpty() || named == target.group || !m_graph->block(named);
                if (!isForThis || (!action.empty() && action != "forward")) continue;
                for (Query& query : queriesOf(*m_graph, balancer, listener))
                    forwarding.listeners.push_back(std::move(query));
            }
            all[target.block].push_back(std::move(forwarding));
        }
    }
    return all;
}

std::vector<Reachability::Forwarding> Reachability::forwardingTo(const Endpoint& to, int port) const
{
    std::vector<Forwarding> found;
    std::vector<BlockId> names{to.host};
    if (to.block != to.host) names.push_back(to.block);
    if (const BlockId group = m_graph->reference(to.host, "auto-scaling-group"); !group.isEmpty())
        names.push_back(group);
    for (const BlockId& name : names) {
        const auto known = forwardings().find(name);
        if (known == forwardings().end()) continue;
        for (const Forwarding& forwarding : known->second)
            if (PortSet::parse(forwarding.ports).contains(port)) found.push_back(forwarding);
    }
    return found;
}

bool Reachability::isEnabledZone(const BlockId& loadBalancer, const Endpoint& target) const
{
    const std::set<std::string> enabled = m_graph->zonesOf(loadBalancer);
    const std::set<std::string> zones = m_graph->zonesOf(target.host);
    // Zones that are not drawn are not held against it.
    return enabled.empty() || zones.empty() ||
           std::any_of(zones.begin(), zones.end(), [&](const std::string& zone) { return enabled.contains(zone); });
}

void Reachability::checkZones(Leg& way, const BlockId& loadBalancer, const BlockId& node, const Endpoint& target) const
{
    const auto block = [&](const char* code) {
        way.blockers.push_back(
            {code,
             loadBalancer.text(),
             {std::string("reach.blocker.") + code,
              {{"name", m_graph->block(loadBalancer)->label()}, {"host", m_graph->block(target.host)->label()}}}});
    };
    if (!isEnabledZone(loadBalancer, target)) return block("zone-not-enabled");
    if (!m_graph->isKind(loadBalancer, "nlb") || m_graph->value(loadBalancer, "cross-zone").toBool()) return;
    const std::string zone = m_graph->zoneOf(node);
    const std::set<std::string> zones = m_graph->zonesOf(target.host);
    if (!zone.empty() && !zones.empty() && !zones.contains(zone)) block("cross-zone-off");
}

/// The node of the load balancer that gets a request hands it on itself, from its own subnet.
std::vector<Leg> Reachability::throughNode(const std::vector<Leg>& first, const Forwarding& forwarding,
                                           const BlockId& node, const Endpoint& to, const Query& query) const
{
    if (query.family == Family::Ipv6) return ontoIpv4(first, forwarding, node, to, query);
    Endpoint middle = endpointOf(*m_graph, forwarding.loadBalancer);
    if (!node.isEmpty()) middle.subnets = {node};
    const bool isNetwork = m_graph->isKind(forwarding.loadBalancer, "nlb");
    const AddressSet own = node.isEmpty() ? AddressSet() : addressesIn(*m_graph, middle, node);
    std::vector<Leg> onward;
    if (!isNetwork) onward = worthKnowing(legsBetween(*m_graph, *m_routes, middle, to, query));
    std::vector<Leg> all;
    for (const Leg& one : first) {
        if (isNetwork) onward = worthKnowing(legsBetween(*m_graph, *m_routes, middle, to, query, &one.seen));
        for (const Leg& other : onward) {
            Leg way = joined(one, {forwarding.group}, other);
            if (isNetwork) keepClients(way, one, other, own);
            checkZones(way, forwarding.loadBalancer, node, to);
            all.push_back(std::move(way));
        }
    }
    return all;
}

/// Target groups speak IPv4 to their targets, whatever the client speaks, and then nobody's address is handed on.
std::vector<Leg> Reachability::ontoIpv4(const std::vector<Leg>& first, const Forwarding& forwarding,
                                        const BlockId& node, const Endpoint& to, const Query& query) const
{
    std::vector<Leg> replaced = first;
    for (Leg& leg : replaced) leg.seen = {};
    return throughNode(replaced, forwarding, node, endpointOf(*m_graph, to.block), {query.protocol, query.port});
}

Endpoint Reachability::endAt(const BlockId& block, Family family) const { return endpointOf(*m_graph, block, family); }

std::vector<Leg> Reachability::balancedWays(const Endpoint& from, const Endpoint& to, const Query& query,
                                            const Visited& visited) const
{
    std::vector<Leg> all;
    for (const Forwarding& forwarding : forwardingTo(to, query.port)) {
        const BlockId& balancer = forwarding.loadBalancer;
        if (std::find(visited.begin(), visited.end(), balancer) != visited.end()) continue;
        const Endpoint middle = endAt(balancer, query.family);
        std::map<BlockId, std::vector<Leg>> byNode;
        for (Query listener : forwarding.listeners) {
            if (listener.protocol != query.protocol) continue;
            listener.family = query.family;
            for (Leg& leg : ways(from, middle, listener, visited)) byNode[leg.entry].push_back(std::move(leg));
        }
        for (auto& [node, legs] : byNode)
            append(all, throughNode(worthKnowing(std::move(legs)), forwarding, node, to, query));
    }
    return all;
}

bool Reachability::listensOn(const BlockId& loadBalancer, const Query& query) const
{
    for (const Value& listener : m_graph->value(loadBalancer, "listeners").toList())
        for (const Query& one : queriesOf(*m_graph, loadBalancer, listener))
            if (one.protocol == query.protocol && one.port == query.port) return true;
    return false;
}

std::vector<Leg> Reachability::distributedWays(const Endpoint& from, const Endpoint& to, const Query& query,
                                               const Visited& visited) const
{
    std::vector<Leg> all;
    for (const ConnectionId& link : m_graph->incoming(to.host)) {
        const Connection& origin = *m_graph->connection(link);
        const bool isOrigin = m_graph->isKind(origin.from, "cloudfront") && origin.isNetworkTraffic();
        const bool isPort = origin.ports.empty() ? query.port == 80 || query.port == 443
                                                 : PortSet::parse(origin.ports).contains(query.port);
        if (!isOrigin || !isPort || std::find(visited.begin(), visited.end(), origin.from) != visited.end()) continue;
        // CloudFront answers over both and speaks IPv4 to its origins.
        const std::vector<Leg> second =
            worthKnowing(legsBetween(*m_graph, *m_routes, endpointOf(*m_graph, origin.from),
                                     endpointOf(*m_graph, to.block), {query.protocol, query.port}));
        const Endpoint middle = endAt(origin.from, query.family);
        for (const Leg& one : worthKnowing(legsBetween(*m_graph, *m_routes, from, middle, {"tcp", 443, query.family})))
            for (const Leg& other : second) all.push_back(joined(one, {}, other));
    }
    return all;
}

std::vector<Leg> Reachability::ways(const Endpoint& from, const Endpoint& to, const Query& query, Visited visited) const
{
    visited.push_back(to.host);
    std::vector<Leg> all = legsBetween(*m_graph, *m_routes, from, to, query);
    if (to.isLoadBalancer && !listensOn(to.host, query)) {
        const Message message("reach.blocker.no-listener",
                              {{"name", m_graph->block(to.host)->label()}, {"port", std::to_string(query.port)}});
        for (Leg& leg : all) leg.blockers.push_back({"no-listener", to.host.text(), message});
    }
    if (query.protocol != "icmp") append(all, balancedWays(from, to, query, visited));
    if (query.protocol == "tcp") append(all, distributedWays(from, to, query, visited));
    return all;
}

template <class Ask>
Reach Reachability::overEither(Ask ask) const
{
    Reach reach = ask(Family::Ipv4);
    if (reach.reachable || !usesIpv6(*m_graph)) return reach;
    Reach other = ask(Family::Ipv6);
    return other.reachable ? other : reach;
}

Reach Reachability::reach(const BlockId& from, const BlockId& to, const Query& query) const
{
    const Endpoint sender = endAt(from, query.family);
    return answer(ways(sender, endAt(to, query.family), query, {sender.host}), from, to);
}

Reach Reachability::directFromInternet(const BlockId& block, int port) const
{
    return overEither([&](Family family) {
        const Endpoint to = endAt(block, family);
        // Lint asks this of every block; most have no public address, and then there is nothing to work out.
        if (!to.isInside() || !to.hasPublicAddress || !to.hasAddress) return Reach();
        return wideAnswer(legsBetween(*m_graph, *m_routes, endAt({}, family), to, {"tcp", port, family}), block);
    });
}

Reach Reachability::throughLoadBalancer(const BlockId& block, int port) const
{
    return overEither([&](Family family) {
        const Endpoint to = endAt(block, family);
        if (!to.isInside()) return Reach();
        return wideAnswer(balancedWays(endAt({}, family), to, {"tcp", port, family}, {to.host}), block);
    });
}

Reach Reachability::loadBalancerFromInternet(const BlockId& loadBalancer) const
{
    return overEither([&](Family family) {
        std::vector<Leg> legs;
        for (const Value& listener : m_graph->value(loadBalancer, "listeners").toList())
            append(legs, legsBetween(*m_graph, *m_routes, endAt({}, family), endAt(loadBalancer, family),
                                     {"tcp", static_cast<int>(listener["port"].toInteger(0)), family}));
        return wideAnswer(std::move(legs), loadBalancer);
    });
}

Reach Reachability::fromInternet(const BlockId& block, int port) const
{
    Reach reach = directFromInternet(block, port);
    if (reach.reachable) return reach;
    Reach balanced = throughLoadBalancer(block, port);
    return balanced.reachable ? balanced : reach;
}

}  // namespace lintel::model::analysis
