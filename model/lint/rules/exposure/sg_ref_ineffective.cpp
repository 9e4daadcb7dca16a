#include "model/analysis/firewall.h"
#include "model/analysis/service_port.h"
#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;

bool arePeered(const Context& context, const BlockId& one, const BlockId& other)
{
    const std::vector<BlockId>& peerings = context.graph.blocksOfKind("vpc-peering");
    return std::any_of(peerings.begin(), peerings.end(), [&](const BlockId& peering) {
        const BlockId requester = context.graph.reference(peering, "requester");
        const BlockId accepter = context.graph.reference(peering, "accepter");
        return (requester == one && accepter == other) || (requester == other && accepter == one);
    });
}

/// The transit gateway between the VPCs that does not carry security groups along; empty when there is none such.
BlockId deafTransit(const Context& context, const BlockId& one, const BlockId& other)
{
    for (const BlockId& transit : context.graph.blocksOfKind("transit-gateway")) {
        const std::vector<BlockId> attached = context.graph.references(transit, "attachments");
        const auto has = [&](const BlockId& vpc) {
            return std::find(attached.begin(), attached.end(), vpc) != attached.end();
        };
        const Value& referencing = context.graph.value(transit, "security-group-referencing");
        if (has(one) && has(other) && referencing.isBool() && !referencing.toBool()) return transit;
    }
    return {};
}

/// Where the caller's security group is lost on the way; empty when it arrives, or when nobody can say.
BlockId lossOnTheWay(const Context& context, const Connection& call)
{
    const BlockId from = context.graph.vpcOf(context.graph.hostOf(call.from));
    const BlockId to = context.graph.vpcOf(context.graph.hostOf(call.to));
    if (from.isEmpty() || to.isEmpty()) return {};
    // By its public name, an internet-facing load balancer is called from the outside, even by its neighbours.
    if (context.graph.fact(call.to, "role") == "load-balancer" && isInternetFacing(context.graph, call.to))
        return call.to;
    if (from == to || arePeered(context, from, to)) return {};
    return deafTransit(context, from, to);
}

/// Rows that let the caller in do so only by its group.
BlockId onlyReference(const Context& context, const Connection& call)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(call.to);
    const PortSet wanted = analysis::drawnPorts(context.graph, call);
    analysis::Peer peer = analysis::peerOf(context.graph, call.from);
    if (groups.empty() || wanted.isEmpty() || peer.securityGroups.empty()) return {};
    const PortSet withGroup = analysis::admitted(context.graph, groups, analysis::Direction::Inbound, peer);
    const std::vector<BlockId> own = peer.securityGroups;
    peer.securityGroups.clear();
    if (context.graph.fact(call.to, "role") == "load-balancer") {
        peer.ranges.clear();
        peer.anywhere = true;
    }
    const PortSet without = analysis::admitted(context.graph, groups, analysis::Direction::Inbound, peer);
    return withGroup.containsAll(wanted) && !without.overlaps(wanted) ? own.front() : BlockId();
}

void check(const Context& context, Report& report)
{
    for (const Connection& call : context.document.connections) {
        if (!call.isNetworkTraffic() || !context.graph.block(call.from) || !context.graph.block(call.to)) continue;
        const BlockId hop = lossOnTheWay(context, call);
        if (hop.isEmpty()) continue;
        const BlockId group = onlyReference(context, call);
        if (group.isEmpty()) continue;
        auto finding = report.add({call.id.text(), group.text()});
        finding.with("from", labelOf(context.graph, call.from))
            .with("to", labelOf(context.graph, call.to))
            .with("group", labelOf(context.graph, group))
            .with("hop", labelOf(context.graph, hop))
            .witness({call.from.text(), hop.text(), call.to.text()});
        if (hop == call.to) finding.variant("public");
    }
}

}  // namespace

Rule sgRefIneffective() { return {"sg-ref-ineffective", "exposure", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
