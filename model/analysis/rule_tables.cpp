#include "model/analysis/rule_tables.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

const char* tableOf(Direction direction) { return direction == Direction::Inbound ? "inbound" : "outbound"; }
const char* otherEndOf(Direction direction) { return direction == Direction::Inbound ? "source" : "destination"; }

// Ports without a protocol are TCP's; with neither, a rule is about everything.
bool isAbout(const Value& row, const Query& query)
{
    const std::string& protocol = row["protocol"].toString();
    const std::string ports = row["ports"].scalarText();
    const bool sameProtocol = protocol == "all" || protocol == query.protocol ||
                              (protocol.empty() && (ports.empty() || query.protocol == "tcp"));
    return sameProtocol && (query.protocol == "icmp" || PortSet::parse(ports).contains(query.port));
}

AddressSet named(const graph::ArchitectureGraph& graph, const std::string& other, const Remote& remote)
{
    if (const auto range = parseAddressRange(other)) {
        const AddressSet both = remote.addresses.intersection(*range);
        // CloudFront's addresses are spread over the internet: only a rule as wide as that is about them.
        return remote.isCloudFront && !both.isInternetWide() ? AddressSet() : both;
    }
    const BlockId group(other);
    if (graph.isKind(group, "security-group")) {
        const bool isMember = std::find(remote.groups.begin(), remote.groups.end(), group) != remote.groups.end();
        return isMember ? remote.addresses : AddressSet();
    }
    const bool isNamed = (remote.isCloudFront && other.find("cloudfront") != std::string::npos) ||
                         (!remote.service.empty() && other.ends_with(remote.service));
    return isNamed ? remote.addresses : AddressSet();
}

std::vector<Value> inOrder(const graph::ArchitectureGraph& graph, const BlockId& acl, Direction direction)
{
    std::vector<Value> rows = graph.value(acl, tableOf(direction)).toList();
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Value& a, const Value& b) { return a["rule"].toInteger() < b["rule"].toInteger(); });
    return rows;
}

BlockId aclOf(const graph::ArchitectureGraph& graph, const BlockId& subnet)
{
    const BlockId acl = graph.reference(subnet, "network-acl");
    return graph.isKind(acl, "network-acl") ? acl : BlockId();
}

}  // namespace

AddressSet admittedBy(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups, Direction direction,
                      const Query& query, const Remote& remote, std::vector<OpenRow>* rows)
{
    AddressSet admitted;
    for (const BlockId& group : groups) {
        const Value& table = graph.value(group, tableOf(direction));
        if (direction == Direction::Outbound && table.isNull()) return remote.addresses;
        const Value::List& list = table.toList();
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (!isAbout(list[i], query)) continue;
            const AddressSet here = named(graph, list[i][otherEndOf(direction)].toString(), remote);
            if (here.isEmpty()) continue;
            admitted = admitted.with(here);
            if (rows) rows->push_back({group, i});
        }
    }
    return admitted;
}

AddressSet passedByAcl(const graph::ArchitectureGraph& graph, const BlockId& subnet, Direction direction,
                       const Query& query, const AddressSet& remote)
{
    const BlockId acl = aclOf(graph, subnet);
    if (acl.isEmpty()) return remote;
    AddressSet undecided = remote;
    AddressSet passed;
    for (const Value& row : inOrder(graph, acl, direction)) {
        const auto range = parseAddressRange(row[otherEndOf(direction)].toString());
        if (!range || !isAbout(row, query)) continue;
        if (row["action"].toString() == "allow") passed = passed.with(undecided.intersection(*range));
        undecided = undecided.without(*range);
    }
    return passed;
}

void addPortBounds(const graph::ArchitectureGraph& graph, const BlockId& subnet, Direction direction,
                   std::vector<int>& bounds)
{
    for (const Value& row : graph.value(aclOf(graph, subnet), tableOf(direction)).toList()) {
        const PortSet ports = PortSet::parse(row["ports"].scalarText());
        for (const PortSet::Interval& interval : ports.intervals()) {
            bounds.push_back(interval.first);
            bounds.push_back(interval.last + 1);
        }
    }
}

}  // namespace lintel::model::analysis
