#include "model/analysis/service_port.h"
#include "model/lint/data_tier.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::Direction;
using analysis::PortSet;

/// What keeps data, and the hosts it runs on.
using DataBlocks = std::set<BlockId>;

DataBlocks blocksWithData(const Context& context)
{
    DataBlocks data;
    for (const BlockId& block : dataBlocks(context.graph)) data.insert({block, context.graph.hostOf(block)});
    return data;
}

/// One drawn connection held against the rules at both its ends.
struct Edge {
    const Connection* connection = nullptr;
    std::string protocol;
    PortSet wanted;
    std::vector<BlockId> fromGroups;
    std::vector<BlockId> toGroups;
    PortSet blockedOut;  ///< what the rules of the sender do not let out
    PortSet blockedIn;   ///< what the rules of the receiver do not let in
};

PortSet blocked(const Context& context, const std::vector<BlockId>& groups, Direction direction, const BlockId& other,
                const Edge& edge)
{
    const analysis::Peer peer = analysis::peerOf(context.graph, other);
    // Without security groups or addresses on the drawing there is nothing to judge yet.
    if (groups.empty() || !analysis::isKnown(peer)) return {};
    return edge.wanted.without(analysis::admitted(context.graph, groups, direction, peer, edge.protocol));
}

std::optional<Edge> edgeOf(const Context& context, const Connection& connection)
{
    if (!connection.isNetworkTraffic()) return std::nullopt;
    if (context.graph.hostOf(connection.from) == context.graph.hostOf(connection.to)) return std::nullopt;
    Edge edge{&connection, std::string(analysis::transportOf(connection.protocol)), {}, {}, {}, {}, {}};
    edge.wanted = edge.protocol == "icmp" ? PortSet::all() : analysis::drawnPorts(context.graph, connection);
    edge.fromGroups = context.graph.securityGroupsOf(connection.from);
    edge.toGroups = context.graph.securityGroupsOf(connection.to);
    edge.blockedOut = blocked(context, edge.fromGroups, Direction::Outbound, connection.to, edge);
    edge.blockedIn = blocked(context, edge.toGroups, Direction::Inbound, connection.from, edge);
    return edge;
}

/// A rule for everybody, or one that a load balancer stands in front of, may expose what must not be exposed.
bool needsThought(const DataBlocks& data, const Edge& edge)
{
    const PortSet admin({{22, 22}, {3389, 3389}, {5985, 5986}});
    return data.contains(edge.connection->to) || edge.wanted.overlaps(admin);
}

void addFix(const Context& context, const DataBlocks& data, const Edge& edge, FindingBuilder& finding)
{
    const Connection& connection = *edge.connection;
    const BlockId in = fixes::narrowestGroup(context, edge.toGroups);
    const BlockId out = fixes::narrowestGroup(context, edge.fromGroups);
    const auto sources = edge.blockedIn.isEmpty()
                             ? std::vector<std::string>()
                             : fixes::otherEndsOf(context, connection.from, context.graph.vpcOf(in));
    const auto destinations = edge.blockedOut.isEmpty()
                                  ? std::vector<std::string>()
                                  : fixes::otherEndsOf(context, connection.to, context.graph.vpcOf(out));
    if ((!edge.blockedIn.isEmpty() && sources.empty()) || (!edge.blockedOut.isEmpty() && destinations.empty())) return;
    const bool isForEverybody = std::find(sources.begin(), sources.end(), "0.0.0.0/0") != sources.end();
    if (isForEverybody && needsThought(data, edge)) return;

    edit::Transaction transaction(context.document);
    fixes::addRule(in, Direction::Inbound, edge.protocol, edge.blockedIn, sources, transaction);
    fixes::addRule(out, Direction::Outbound, edge.protocol, edge.blockedOut, destinations, transaction);
    const bool isBalanced = context.graph.fact(connection.from, "role") == "load-balancer";
    const bool isEntry = context.graph.fact(connection.to, "role") == "load-balancer";
    const bool isAutomatic = (!isForEverybody || isEntry) && !(isBalanced && needsThought(data, edge));
    finding.fix("allow", isAutomatic,
                transaction.finish({"rule.sg-blocks-edge.fix.allow",
                                    {{"from", labelOf(context.graph, connection.from)},
                                     {"to", labelOf(context.graph, connection.to)},
                                     {"port", edge.blockedIn.with(edge.blockedOut).text()}}}));
}

std::string portText(const Edge& edge, const PortSet& ports)
{
    std::string protocol = edge.protocol;
    std::transform(protocol.begin(), protocol.end(), protocol.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return edge.protocol == "icmp" ? protocol : protocol + " " + ports.text();
}

void tell(const Context& context, const DataBlocks& data, const Edge& edge, Report& report)
{
    const bool isIn = !edge.blockedIn.isEmpty();
    const bool isOut = !edge.blockedOut.isEmpty();
    std::vector<std::string> subjects{edge.connection->id.text()};
    std::vector<std::string> witness{edge.connection->from.text()};
    const auto append = [](std::vector<std::string>& list, const std::vector<BlockId>& groups) {
        for (const BlockId& group : groups)
            if (std::find(list.begin(), list.end(), group.text()) == list.end()) list.push_back(group.text());
    };
    append(witness, edge.fromGroups);
    append(witness, edge.toGroups);
    witness.push_back(edge.connection->to.text());
    if (isOut) append(subjects, edge.fromGroups);
    if (isIn) append(subjects, edge.toGroups);

    auto finding = report.add(std::move(subjects));
    finding.with("from", labelOf(context.graph, edge.connection->from))
        .with("to", labelOf(context.graph, edge.connection->to))
        .with("port", portText(edge, edge.blockedIn.with(edge.blockedOut)))
        .with("groups", labelsOf(context.graph, isIn ? edge.toGroups : edge.fromGroups))
        .with("out", labelsOf(context.graph, edge.fromGroups))
        .witness(std::move(witness));
    if (isIn && isOut)
        finding.variant("both");
    else if (isOut)
        finding.variant("outbound");
    addFix(context, data, edge, finding);
}

void check(const Context& context, Report& report)
{
    const DataBlocks data = blocksWithData(context);
    for (const Connection& connection : context.graph.connections())
        if (const auto edge = edgeOf(context, connection);
            edge && (!edge->blockedIn.isEmpty() || !edge->blockedOut.isEmpty()))
            tell(context, data, *edge, report);
}

}  // namespace

Rule sgBlocksEdge() { return {"sg-blocks-edge", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
