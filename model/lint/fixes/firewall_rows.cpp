#include "model/lint/fixes/firewall_rows.h"

#include "model/analysis/service_port.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::fixes {

namespace {

using analysis::Direction;
using analysis::PortSet;

constexpr const char* kEverywhere = "0.0.0.0/0";

const char* keyOf(Direction direction) { return direction == Direction::Inbound ? "inbound" : "outbound"; }

Value rowOf(Direction direction, std::string_view protocol, const std::string& ports, const std::string& other)
{
    Value::Map row{{"protocol", Value(std::string(protocol))}};
    if (!ports.empty() && ports != "all") row.push_back({"ports", Value(ports)});
    row.push_back({direction == Direction::Inbound ? "source" : "destination", Value(other)});
    return Value(std::move(row));
}

bool isPeered(const Context& context, const BlockId& one, const BlockId& other)
{
    for (const BlockId& peering : context.graph.blocksOfKind("vpc-peering")) {
        const BlockId requester = context.graph.reference(peering, "requester");
        const BlockId accepter = context.graph.reference(peering, "accepter");
        if ((requester == one && accepter == other) || (requester == other && accepter == one)) return true;
    }
    return false;
}

std::vector<const Connection*> connectionsInto(const Context& context, const std::vector<BlockId>& groups,
                                               const PortSet& ports)
{
    std::vector<const Connection*> into;
    for (const Connection& connection : context.document.connections) {
        const bool isUse =
            connection.isNetworkTraffic() || connection.relation == "manage" || connection.relation == "observe";
        if (!isUse || context.graph.hostOf(connection.from) == context.graph.hostOf(connection.to)) continue;
        if (!analysis::drawnPorts(context.graph, connection).overlaps(ports)) continue;
        const std::vector<BlockId> guards = context.graph.securityGroupsOf(connection.to);
        const bool isGuarded = std::any_of(guards.begin(), guards.end(), [&](const BlockId& guard) {
            return std::find(groups.begin(), groups.end(), guard) != groups.end();
        });
        if (isGuarded) into.push_back(&connection);
    }
    return into;
}

/// The row without the ports; the whole of another protocol stays as it was.
void appendRest(const Value& row, const PortSet& ports, Value::List& into)
{
    const PortSet rest = PortSet::parse(row["ports"].scalarText()).without(ports);
    const bool isEveryProtocol =
        row["protocol"].toString() == "all" || (row["protocol"].isNull() && row["ports"].scalarText().empty());
    const auto copy = [&](const char* protocol, const std::string& text) {
        Value::Map cells = rowOf(Direction::Inbound, protocol, text, row["source"].toString()).toMap();
        if (!row["description"].isNull()) cells.push_back({"description", row["description"]});
        into.emplace_back(std::move(cells));
    };
    if (!rest.isEmpty()) copy("tcp", rest.text());
    if (!isEveryProtocol) return;
    copy("udp", row["ports"].scalarText());
    if (row["ports"].scalarText().empty()) copy("icmp", {});
}

/// Who else must get in on these ports: the drawn clients that no other rule admits are asked for here.
std::vector<Value> rowsForClients(const Context& context, const BlockId& group, const PortSet& ports,
                                  const std::vector<std::string>& instead)
{
    std::vector<Value> rows;
    std::set<std::pair<std::string, std::string>> written;
    const auto add = [&](const PortSet& wanted, const std::string& other) {
        if (other != kEverywhere && written.insert({wanted.text(), other}).second)
            rows.push_back(rowOf(Direction::Inbound, "tcp", wanted.text(), other));
    };
    for (const std::string& other : instead) add(ports, other);
    for (const Connection* connection : connectionsInto(context, {group}, ports)) {
        if (analysis::transportOf(connection->protocol) != "tcp") continue;
        const PortSet drawn = analysis::drawnPorts(context.graph, *connection);
        const PortSet wanted = drawn.without(drawn.without(ports));
        for (const std::string& other : otherEndsOf(context, connection->from, context.graph.vpcOf(group)))
            add(wanted, other);
    }
    return rows;
}

}  // namespace

std::vector<std::string> otherEndsOf(const Context& context, const BlockId& peer, const BlockId& vpc)
{
    const analysis::Peer seen = analysis::peerOf(context.graph, peer);
    if (seen.cloudFront) return {"cloudfront"};
    const BlockId home = context.graph.vpcOf(context.graph.hostOf(peer));
    if (!seen.securityGroups.empty() && (home == vpc || isPeered(context, home, vpc)))
        return {narrowestGroup(context, seen.securityGroups).text()};
    std::vector<std::string> ranges;
    for (const analysis::Cidr& range : seen.ranges) ranges.push_back(range.canonical().text());
    if (ranges.empty() && seen.anywhere) ranges.emplace_back(kEverywhere);
    return ranges;
}

BlockId narrowestGroup(const Context& context, const std::vector<BlockId>& groups)
{
    const auto fewer = [&](const BlockId& one, const BlockId& other) {
        return context.graph.referrers(one, "security-groups").size() <
               context.graph.referrers(other, "security-groups").size();
    };
    const auto narrowest = std::min_element(groups.begin(), groups.end(), fewer);
    return narrowest == groups.end() ? BlockId() : *narrowest;
}

void addRule(const BlockId& group, Direction direction, std::string_view protocol, const PortSet& ports,
             const std::vector<std::string>& otherEnds, edit::Transaction& transaction)
{
    const Block* block = transaction.block(group);
    if (!block || otherEnds.empty()) return;
    Value::List rows = block->property(keyOf(direction)).toList();
    for (const std::string& other : otherEnds) rows.push_back(rowOf(direction, protocol, ports.text(), other));
    transaction.setProperty(group, keyOf(direction), Value(std::move(rows)));
}

void closeToInternet(const Context& context, const std::vector<BlockId>& groups, const PortSet& ports,
                     const std::vector<std::string>& instead, edit::Transaction& transaction)
{
    for (const BlockId& group : groups) {
        std::set<std::size_t> open;
        for (const analysis::OpenRow& row : analysis::rowsOpenToInternet(context.graph, {group}, ports))
            open.insert(row.row);
        if (open.empty()) continue;
        const Value::List& old = context.graph.value(group, "inbound").toList();
        Value::List rows;
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (!open.contains(i))
                rows.push_back(old[i]);
            else
                appendRest(old[i], ports, rows);
            if (open.contains(i) && i == *open.begin())
                for (Value& client : rowsForClients(context, group, ports, instead))
                    if (std::find(old.begin(), old.end(), client) == old.end()) rows.push_back(std::move(client));
        }
        transaction.setProperty(group, "inbound", Value(std::move(rows)));
    }
}

bool isWantedFromInternet(const Context& context, const std::vector<BlockId>& groups, const PortSet& ports)
{
    for (const Connection* connection : connectionsInto(context, groups, ports)) {
        const analysis::Peer from = analysis::peerOf(context.graph, connection->from);
        if (from.anywhere && from.securityGroups.empty()) return true;
    }
    return false;
}

}  // namespace lintel::model::lint::fixes
