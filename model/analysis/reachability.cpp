#include "model/analysis/reachability.h"

#include <algorithm>
#include <set>

namespace lintel::model::analysis {

namespace {

bool contains(const std::vector<Blocker>& list, const Blocker& blocker)
{
    return std::find(list.begin(), list.end(), blocker) != list.end();
}

/// Blockers that say the same of one element count as one, whatever port they are about: it is the same place to mend.
bool holdsAll(const std::vector<Blocker>& list, const std::vector<Blocker>& part)
{
    return std::all_of(part.begin(), part.end(), [&](const Blocker& blocker) {
        return std::any_of(list.begin(), list.end(), [&](const Blocker& other) {
            return other.message.id == blocker.message.id && other.subject == blocker.subject;
        });
    });
}

/// Ways that are worth knowing: those that work, else those with the fewest blockers in the sense of sets.
std::vector<Leg> worthKnowing(std::vector<Leg> ways)
{
    const bool works = std::any_of(ways.begin(), ways.end(), [](const Leg& way) { return way.passes(); });
    if (works) {
        std::erase_if(ways, [](const Leg& way) { return !way.passes(); });
        std::stable_sort(ways.begin(), ways.end(),
                         [](const Leg& a, const Leg& b) { return a.sources.size() > b.sources.size(); });
        return ways;
    }
    std::vector<Leg> best;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto isBetter = [&](std::size_t other) {
            const bool isSmaller = holdsAll(ways[i].blockers, ways[other].blockers);
            const bool isSame = isSmaller && holdsAll(ways[other].blockers, ways[i].blockers);
            return isSmaller && (!isSame || other < i);
        };
        bool isBest = true;
        for (std::size_t other = 0; isBest && other < ways.size(); ++other) isBest = other == i || !isBetter(other);
        if (isBest) best.push_back(ways[i]);
    }
    return best;
}

/// The first leg and then the second, through what stands between them.
Leg joined(const Leg& first, const std::vector<BlockId>& between, const Leg& second)
{
    Leg both = first;
    both.entry = second.entry;
    both.seen = second.seen;
    const auto step = [&](const std::string& id) {
        if (!id.empty() && std::find(both.path.begin(), both.path.end(), id) == both.path.end())
            both.path.push_back(id);
    };
    for (const BlockId& id : between) step(id.text());
    for (const std::string& id : second.path) step(id);
    for (const Blocker& blocker : second.blockers)
        if (!contains(both.blockers, blocker)) both.blockers.push_back(blocker);
    return both;
}

/// A network load balancer may leave its clients' addresses in place: where only those get on, the others do not count.
void keepClients(Leg& both, const Leg& first, const Leg& second, const AddressSet& own)
{
    if (!second.passes() || !second.sources.intersection(own).isEmpty()) return;
    const AddressSet left = first.sources.intersection(second.sources);
    if (!left.isEmpty()) both.sources = left;
}

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

void append(std::vector<Leg>& list, std::vector<Leg> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(list));
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

std::vector<Leg> Reachability::balancedWays(const Endpoint& from, const Endpoint& to, const Query& query,
                                            const Visited& visited) const
{
    std::vector<Leg> all;
    for (const Forwarding& forwarding : forwardingTo(to, query.port)) {
        const BlockId& balancer = forwarding.loadBalancer;
        if (std::find(visited.begin(), visited.end(), balancer) != visited.end()) continue;
        const Endpoint middle = endpointOf(*m_graph, balancer);
        std::map<BlockId, std::vector<Leg>> byNode;
        for (const Query& listener : forwarding.listeners)
            if (listener.protocol == query.protocol)
                for (Leg& leg : ways(from, middle, listener, visited)) byNode[leg.entry].push_back(std::move(leg));
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
        const Endpoint middle = endpointOf(*m_graph, origin.from);
        const std::vector<Leg> second = worthKnowing(legsBetween(*m_graph, *m_routes, middle, to, query));
        for (const Leg& one : worthKnowing(legsBetween(*m_graph, *m_routes, from, middle, {"tcp", 443})))
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

Reach Reachability::reach(const BlockId& from, const BlockId& to, const Query& query) const
{
    const Endpoint sender = from.isEmpty() ? internetEndpoint() : endpointOf(*m_graph, from);
    return answer(ways(sender, endpointOf(*m_graph, to), query, {sender.host}), from, to);
}

Reach Reachability::directFromInternet(const BlockId& block, int port) const
{
    const Endpoint to = endpointOf(*m_graph, block);
    // Lint asks this of every block; most have no public address, and then there is nothing to work out.
    if (!to.isInside() || !to.hasPublicAddress) return {};
    return wideAnswer(legsBetween(*m_graph, *m_routes, internetEndpoint(), to, {"tcp", port}), block);
}

Reach Reachability::throughLoadBalancer(const BlockId& block, int port) const
{
    const Endpoint to = endpointOf(*m_graph, block);
    if (!to.isInside()) return {};
    return wideAnswer(balancedWays(internetEndpoint(), to, {"tcp", port}, {to.host}), block);
}

Reach Reachability::loadBalancerFromInternet(const BlockId& loadBalancer) const
{
    std::vector<Leg> legs;
    for (const Value& listener : m_graph->value(loadBalancer, "listeners").toList())
        append(legs, legsBetween(*m_graph, *m_routes, internetEndpoint(), endpointOf(*m_graph, loadBalancer),
                                 {"tcp", static_cast<int>(listener["port"].toInteger(0))}));
    return wideAnswer(std::move(legs), loadBalancer);
}

Reach Reachability::fromInternet(const BlockId& block, int port) const
{
    Reach reach = directFromInternet(block, port);
    if (reach.reachable) return reach;
    Reach balanced = throughLoadBalancer(block, port);
    return balanced.reachable ? balanced : reach;
}

}  // namespace lintel::model::analysis
