#include "model/analysis/firewall.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

// Ports without a protocol are TCP's; with neither, a rule is about everything.
bool protocolMatches(const Value& row, std::string_view protocol)
{
    const std::string& own = row["protocol"].toString();
    if (own.empty()) return row["ports"].scalarText().empty() || protocol == "tcp";
    return own == "all" || own == protocol;
}

bool rangeAdmits(const Cidr& range, const Peer& peer)
{
    if (peer.anywhere && !isPrivateRange(range)) return true;
    if (peer.cloudFront && isInternetWide(range)) return true;
    return std::any_of(peer.ranges.begin(), peer.ranges.end(),
                       [&](const Cidr& other) { return range.contains(other); });
}

bool rowAdmits(const graph::ArchitectureGraph& graph, const std::string& other, const Peer& peer)
{
    if (const auto range = parseCidr(other)) return rangeAdmits(*range, peer);
    if (const auto address = parseAddress(other)) return rangeAdmits({*address, 32}, peer);
    const BlockId group(other);
    if (graph.isKind(group, "security-group"))
        return std::find(peer.securityGroups.begin(), peer.securityGroups.end(), group) != peer.securityGroups.end();
    if (other.find("cloudfront") != std::string::npos) return peer.cloudFront;
    // Another prefix list (s3, dynamodb...): names addresses outside the VPC.
    return peer.anywhere && !other.empty();
}

const char* otherEnd(Direction direction) { return direction == Direction::Inbound ? "source" : "destination"; }

enum class Verdict { Allow, Deny };

// First match in rule order decides; nothing matches = deny.
Verdict aclVerdict(const graph::ArchitectureGraph& graph, const BlockId& acl, Direction direction, const PortSet& ports)
{
    const bool inbound = direction == Direction::Inbound;
    std::vector<Value> rows = graph.value(acl, inbound ? "inbound" : "outbound").toList();
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Value& a, const Value& b) { return a["rule"].toInteger() < b["rule"].toInteger(); });
    PortSet open = ports;
    for (const Value& row : rows) {
        if (!protocolMatches(row, "tcp")) continue;
        const auto range = parseCidr(row[otherEnd(direction)].toString());
        // A rule about somebody's few addresses decides nothing about the internet at large.
        if (!range || !isInternetWide(*range)) continue;
        const PortSet own = PortSet::parse(row["ports"].scalarText());
        if (!own.overlaps(open)) continue;
        if (row["action"].toString() == "allow") return Verdict::Allow;
        open = open.without(own);
        if (open.isEmpty()) return Verdict::Deny;
    }
    return Verdict::Deny;
}

}  // namespace

bool isInternetWide(const Cidr& range) { return range.prefix <= 8 && !isPrivateRange(range); }

bool isKnown(const Peer& peer)
{
    return peer.anywhere || peer.cloudFront || !peer.securityGroups.empty() || !peer.ranges.empty();
}

Peer peerOf(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    Peer peer;
    const BlockId host = graph.hostOf(block);
    if (graph.isKind(host, "cloudfront")) {
        peer.cloudFront = true;
        return peer;
    }
    for (const BlockId& place : {host, graph.ancestorOfKind(host, "external-network")})
        if (graph.isKind(place, "external-network"))
            if (const auto range = parseCidr(graph.value(place, "cidr").toString())) peer.ranges.push_back(*range);
    if (!peer.ranges.empty()) return peer;

    peer.securityGroups = graph.securityGroupsOf(host);
    if (const auto address = parseAddress(graph.value(host, "private-ip").toString())) {
        peer.ranges.push_back({*address, 32});
        return peer;
    }
    const std::vector<BlockId> subnets = graph.subnetsOf(host);
    for (const BlockId& subnet : subnets)
        if (const auto range = parseCidr(graph.value(subnet, "cidr").toString())) peer.ranges.push_back(*range);
    if (const auto clients = parseCidr(graph.value(host, "client-cidr").toString())) peer.ranges.push_back(*clients);
    // A network load balancer may hand on the clients' addresses; what is in no subnet comes from outside.
    peer.anywhere = graph.isKind(host, "nlb") || (subnets.empty() && graph.vpcOf(host).isEmpty());
    return peer;
}

PortSet admitted(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups, Direction direction,
                 const Peer& peer, std::string_view protocol)
{
    PortSet ports;
    for (const BlockId& group : groups) {
        const Value& rows = graph.value(group, direction == Direction::Inbound ? "inbound" : "outbound");
        if (direction == Direction::Outbound && rows.isNull()) return PortSet::all();
        for (const Value& row : rows.toList())
            if (protocolMatches(row, protocol) && rowAdmits(graph, row[otherEnd(direction)].toString(), peer))
                ports = ports.with(PortSet::parse(row["ports"].scalarText()));
    }
    return ports;
}

std::vector<OpenRow> rowsOpenToInternet(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups,
                                        const PortSet& ports, std::string_view protocol)
{
    std::vector<OpenRow> open;
    for (const BlockId& group : groups) {
        const Value::List& rows = graph.value(group, "inbound").toList();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto range = parseCidr(rows[i]["source"].toString());
            if (range && isInternetWide(*range) && protocolMatches(rows[i], protocol) &&
                PortSet::parse(rows[i]["ports"].scalarText()).overlaps(ports))
                open.push_back({group, i});
        }
    }
    return open;
}

bool aclAdmitsFromInternet(const graph::ArchitectureGraph& graph, const BlockId& subnet, int port)
{
    const BlockId acl = graph.reference(subnet, "network-acl");
    if (!graph.isKind(acl, "network-acl")) return true;
    const PortSet ephemeral({{1024, 65535}});
    return aclVerdict(graph, acl, Direction::Inbound, PortSet::one(port)) == Verdict::Allow &&
           aclVerdict(graph, acl, Direction::Outbound, ephemeral) == Verdict::Allow;
}

}  // namespace lintel::model::analysis
