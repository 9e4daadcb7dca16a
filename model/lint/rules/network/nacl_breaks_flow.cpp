#include "model/analysis/service_port.h"
#include "model/lint/fixes/acl_rows.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::Blocker;
using analysis::Direction;
using analysis::PortSet;

constexpr std::string_view kPrefix = "acl-";

bool isAcl(const Blocker& blocker) { return std::string_view(blocker.code).starts_with(kPrefix); }
bool isReply(const Blocker& blocker) { return blocker.code == "acl-reply-in" || blocker.code == "acl-reply-out"; }
Direction directionOf(const Blocker& blocker)
{
    return blocker.code.ends_with("-in") ? Direction::Inbound : Direction::Outbound;
}

std::vector<BlockId> aclsOf(const Context& context, const BlockId& block)
{
    std::vector<BlockId> acls;
    for (const BlockId& subnet : context.graph.subnetsOf(context.graph.hostOf(block)))
        if (const BlockId acl = context.graph.reference(subnet, "network-acl");
            context.graph.isKind(acl, "network-acl"))
            acls.push_back(acl);
    return acls;
}

/// A drawn connection of which some port fails at network ACLs and at nothing else.
struct Broken {
    const Connection* connection = nullptr;
    std::string protocol;
    PortSet ports;
    std::vector<Blocker> blockers;
};

/// The way on which only network ACLs are left to blame; empty when there is another reason, or none.
std::vector<Blocker> aclsToBlame(const analysis::Reach& reach)
{
    if (reach.reachable) return {};
    for (const std::vector<Blocker>& way : reach.blockers)
        if (!way.empty() && std::all_of(way.begin(), way.end(), isAcl)) return way;
    return {};
}

Broken brokenEdge(const Context& context, const Connection& connection)
{
    Broken broken{&connection, std::string(analysis::transportOf(connection.protocol)), {}, {}};
    const PortSet wanted = analysis::drawnPorts(context.graph, connection);
    for (const PortSet::Interval& interval : wanted.intervals()) {
        std::vector<Blocker> acls =
            aclsToBlame(context.reachability.reach(connection.from, connection.to, {broken.protocol, interval.first}));
        if (acls.empty()) continue;
        broken.ports = broken.ports.with(PortSet({interval}));
        if (broken.blockers.empty()) broken.blockers = std::move(acls);
    }
    return broken;
}

/// The addresses of one end, as the ACL at the other end sees them. Empty: not drawn.
std::vector<std::string> rangesOf(const Context& context, const BlockId& block)
{
    const analysis::Peer peer = analysis::peerOf(context.graph, block);
    std::vector<std::string> ranges;
    for (const analysis::Cidr& range : peer.ranges) ranges.push_back(range.canonical().text());
    if (ranges.empty() && (peer.anywhere || peer.cloudFront)) ranges.emplace_back("0.0.0.0/0");
    return ranges;
}

/// Lets through what is drawn, and its replies, at every ACL on the way that belongs to one of the two ends.
void addFix(const Context& context, const Broken& broken, FindingBuilder& finding)
{
    const Connection& drawn = *broken.connection;
    const std::vector<BlockId> senders = aclsOf(context, drawn.from);
    edit::Transaction transaction(context.document);
    bool isWide = false;
    for (const Blocker& blocker : broken.blockers) {
        const BlockId acl(blocker.subject);
        const bool isAtSender = std::find(senders.begin(), senders.end(), acl) != senders.end();
        const std::vector<BlockId> receivers = aclsOf(context, drawn.to);
        if (!isAtSender && std::find(receivers.begin(), receivers.end(), acl) == receivers.end()) return;
        // One ACL around both ends sees each of them as the other: the direction tells which.
        const bool isOutward = (directionOf(blocker) == Direction::Outbound) != isReply(blocker);
        const std::vector<std::string> ranges = rangesOf(context, isOutward ? drawn.to : drawn.from);
        isWide = isWide || std::find(ranges.begin(), ranges.end(), "0.0.0.0/0") != ranges.end();
        const std::string ports = isReply(blocker) ? "1024-65535" : broken.ports.text();
        if (ranges.empty() ||
            !fixes::allowInAcl(acl, directionOf(blocker), broken.protocol, ports, ranges, transaction))
            return;
    }
    finding.fix(
        "allow-in-acl", !isWide,
        transaction.finish({"rule.nacl-breaks-flow.fix.allow",
                            {{"from", labelOf(context.graph, drawn.from)}, {"to", labelOf(context.graph, drawn.to)}}}));
}

void check(const Context& context, Report& report)
{
    for (const Connection& connection : context.graph.connections()) {
        if (!connection.isNetworkTraffic() || !context.graph.block(connection.from) ||
            !context.graph.block(connection.to))
            continue;
        // Most subnets have no ACL of their own: nothing to work out there.
        if (aclsOf(context, connection.from).empty() && aclsOf(context, connection.to).empty()) continue;
        const Broken broken = brokenEdge(context, connection);
        if (broken.blockers.empty()) continue;
        const Blocker& first = broken.blockers.front();
        std::vector<std::string> subjects{connection.id.text()};
        for (const Blocker& blocker : broken.blockers)
            if (std::find(subjects.begin(), subjects.end(), blocker.subject) == subjects.end())
                subjects.push_back(blocker.subject);
        auto finding = report.add(subjects);
        if (isReply(first)) finding.variant("reply");
        finding.with("from", labelOf(context.graph, connection.from))
            .with("to", labelOf(context.graph, connection.to))
            .with("acl", labelOf(context.graph, BlockId(first.subject)))
            .with("ports", broken.ports.text())
            .witness({connection.from.text(), connection.id.text(), first.subject, connection.to.text()});
        addFix(context, broken, finding);
    }
}

}  // namespace

Rule naclBreaksFlow() { return {"nacl-breaks-flow", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
