#include "model/analysis/matrix_party.h"

#include "model/analysis/rule_tables.h"

#include <algorithm>
#include <optional>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

/// People and companies that may be anywhere count as the internet.
bool isInternetAtLarge(const Endpoint& endpoint)
{
    return endpoint.place == Place::Internet && endpoint.addresses == AddressSet::internet();
}

void append(std::vector<std::string>& key, const std::vector<BlockId>& ids)
{
    for (const BlockId& id : ids) key.push_back(id.text());
    key.emplace_back();
}

/// Equal for blocks that the network cannot tell apart.
std::vector<std::string> sortKey(const Graph& graph, const Party& party)
{
    const Endpoint& endpoint = party.endpoint;
    if (!endpoint.isInside() || endpoint.isLoadBalancer) return {party.id.text()};
    std::vector<std::string> key{graph.block(endpoint.host)->kind.text(), endpoint.vpc.text(),
                                 endpoint.hasPublicAddress ? "public" : "private",
                                 graph.value(endpoint.host, "private-ip").toString()};
    append(key, endpoint.subnets);
    append(key, endpoint.groups);
    return key;
}

std::optional<Cidr> rangeIn(const std::string& text)
{
    if (const auto range = parseCidr(text)) return range->canonical();
    if (const auto address = parseAddress(text)) return Cidr{*address, 32};
    return std::nullopt;
}

// Ports without a protocol are TCP's; with neither, a rule is about everything.
bool isAbout(const Value& row, const std::string& protocol)
{
    const std::string& own = row["protocol"].toString();
    if (own.empty()) return row["ports"].scalarText().empty() || protocol == "tcp";
    return own == "all" || own == protocol;
}

void addEdges(const Value& table, std::vector<int>& bounds)
{
    for (const Value& row : table.toList()) {
        const PortSet ports = PortSet::parse(row["ports"].scalarText());
        for (const PortSet::Interval& interval : ports.intervals()) {
            bounds.push_back(interval.first);
            bounds.push_back(interval.last + 1);
        }
    }
}

/// Where a load balancer takes the protocol: an Application Load Balancer knows TCP only.
PortSet listened(const Graph& graph, const BlockId& loadBalancer, const std::string& protocol)
{
    PortSet ports;
    for (const Value& listener : graph.value(loadBalancer, "listeners").toList()) {
        const std::string port = listener["port"].scalarText();
        if (port.empty()) continue;  // not drawn to the end
        const std::string& own = listener["protocol"].toString();
        const bool isUdp = graph.isKind(loadBalancer, "nlb") && own == "UDP";
        const bool isBoth = graph.isKind(loadBalancer, "nlb") && own == "TCP_UDP";
        if (isBoth || isUdp == (protocol == "udp")) ports = ports.with(PortSet::parse(port));
    }
    return ports;
}

}  // namespace

Parties::Parties(const graph::ArchitectureGraph& graph) : m_graph(&graph)
{
    m_all.push_back({BlockId(), internetEndpoint(), 0});
    m_sorts[{""}] = 0;
    m_addresses.emplace_back();
    for (const Block& block : graph.document().blocks) add(block.id);
    for (const BlockId& balancer : graph.loadBalancers())
        for (const graph::Target& target : graph.targetsOf(balancer)) {
            m_targets[balancer].insert(graph.hostOf(target.block));
            for (const BlockId& member : graph.membersOf(target.block)) m_targets[balancer].insert(member);
        }
}

void Parties::add(const BlockId& block)
{
    Party party{block, endpointOf(*m_graph, block), 0};
    const Endpoint& endpoint = party.endpoint;
    if (endpoint.place == Place::Nowhere) return;
    if (isInternetAtLarge(endpoint)) {
        m_index[block] = 0;
        return;
    }
    if (endpoint.host != block && m_graph->block(endpoint.host)) {
        // Software speaks through its host, and people through their network; both come by their own id as well.
        if (const auto host = m_index.find(endpoint.host); host != m_index.end()) {
            m_index[block] = host->second;
            return;
        }
        add(endpoint.host);
        if (const auto host = m_index.find(endpoint.host); host != m_index.end()) m_index[block] = host->second;
        return;
    }
    if (m_index.contains(block)) return;
    party.sort = m_sorts.emplace(sortKey(*m_graph, party), m_addresses.size()).first->second;
    if (party.sort == m_addresses.size()) m_addresses.push_back(privateAddresses(party));
    m_index[block] = m_all.size();
    m_all.push_back(std::move(party));
}

AddressSet Parties::privateAddresses(const Party& party) const
{
    AddressSet addresses = party.endpoint.addresses;
    if (party.endpoint.isInside())
        for (const BlockId& subnet : party.endpoint.subnets)
            addresses = addresses.with(addressesIn(*m_graph, party.endpoint, subnet));
    return addresses;
}

const Party* Parties::of(const BlockId& block) const
{
    const auto found = m_index.find(block);
    return found == m_index.end() ? nullptr : &m_all[found->second];
}

bool Parties::isSender(const Party& party) const
{
    if (party.id.isEmpty() || party.endpoint.place == Place::Network) return true;
    if (party.endpoint.place == Place::Internet) return true;  // in a public range of its own
    if (!party.endpoint.isInside() || isFrame(party)) return false;
    // Without a security group it is not drawn to the end, and nobody is accused.
    if (party.endpoint.groups.empty() && !m_graph->isKind(party.id, "nlb")) return false;
    const std::string& role = m_graph->fact(party.id, "role");
    return !m_graph->catalogue().flag(*m_graph->block(party.id), "data-store") && role != "nat" && role != "endpoint" &&
           role != "cache" && role != "database";
}

bool Parties::isReceiver(const Party& party) const
{
    return party.endpoint.isInside() && !isFrame(party) && m_graph->fact(party.id, "role") != "nat";
}

/// An Auto Scaling group whose instances are drawn is only their frame.
bool Parties::isFrame(const Party& party) const { return !m_graph->membersOf(party.id).empty(); }

bool Parties::maySpeakTo(const Party& from, const Party& to) const
{
    if (!from.endpoint.isLoadBalancer) return true;
    const auto targets = m_targets.find(from.id);
    return targets != m_targets.end() && targets->second.contains(to.id);
}

bool Parties::mayMatch(const std::string& source, const Party& from, const Party& to) const
{
    const auto range = rangeIn(source);
    if (!range) {
        const auto& groups = from.endpoint.groups;
        const BlockId group(source);
        return !m_graph->isKind(group, "security-group") ||
               std::find(groups.begin(), groups.end(), group) != groups.end();
    }
    const bool isOverTheInternet = from.id.isEmpty() || to.endpoint.hasPublicAddress;
    if (isOverTheInternet && !isPrivateRange(*range)) return true;
    return !m_addresses[from.sort].intersection(*range).isEmpty();
}

PortSet Parties::candidates(const Party& from, const Party& to, const std::string& protocol) const
{
    PortSet open;
    for (const BlockId& group : to.endpoint.groups)
        for (const Value& row : m_graph->value(group, "inbound").toList())
            if (isAbout(row, protocol) && mayMatch(row["source"].toString(), from, to))
                open = open.with(PortSet::parse(row["ports"].scalarText()));
    // A network load balancer may go without any group.
    if (to.endpoint.groups.empty() && m_graph->isKind(to.id, "nlb")) open = PortSet::all();
    if (!to.endpoint.isLoadBalancer) return open;
    return open.without(PortSet::all().without(listened(*m_graph, to.id, protocol)));
}

std::vector<int> Parties::bounds(const Party& from, const Party& to) const
{
    std::vector<int> bounds;
    for (const BlockId& group : to.endpoint.groups) addEdges(m_graph->value(group, "inbound"), bounds);
    for (const BlockId& group : from.endpoint.groups) addEdges(m_graph->value(group, "outbound"), bounds);
    for (const BlockId& subnet : to.endpoint.subnets) addPortBounds(*m_graph, subnet, Direction::Inbound, bounds);
    for (const BlockId& subnet : from.endpoint.subnets) addPortBounds(*m_graph, subnet, Direction::Outbound, bounds);
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

}  // namespace lintel::model::analysis
