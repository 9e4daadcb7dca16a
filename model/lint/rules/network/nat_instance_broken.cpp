#include "model/analysis/firewall.h"
#include "model/analysis/service_port.h"
#include "model/lint/fixes/default_routes.h"
#include "model/lint/fixes/firewall_rows.h"
#include "model/lint/fixes/nat_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/outgoing_calls.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::PortSet;
using analysis::SubnetClass;

/// Instances that carry the way out of subnets: those that are the target of a default route.
std::map<BlockId, std::vector<BlockId>> natInstances(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const auto route = context.routes.routeTo(subnet, {0, 0});
        if (route && context.routes.isActive(*route) && context.graph.isKind(route->target, "ec2-instance"))
            all[route->target].push_back(subnet);
    }
    return all;
}

/// A subnet whose calls the instance's security groups do not let in.
struct ShutOut {
    BlockId subnet;
    PortSet ports;
};

std::vector<ShutOut> shutOut(const Context& context, const BlockId& instance, const std::vector<BlockId>& subnets)
{
    const std::vector<BlockId> groups = context.graph.securityGroupsOf(instance);
    std::map<BlockId, PortSet> missing;
    for (const CallingHost& caller : callingHosts(context.graph)) {
        if (groups.empty() || caller.host == instance) continue;
        const analysis::Peer peer = analysis::peerOf(context.graph, caller.host);
        const PortSet open = analysis::admitted(context.graph, groups, analysis::Direction::Inbound, peer);
        for (const OutgoingCall& call : caller.calls) {
            const Connection& drawn = *context.graph.connection(call.link);
            const PortSet wanted = analysis::drawnPorts(context.graph, drawn).without(open);
            if (wanted.isEmpty() || !analysis::isKnown(peer) || analysis::transportOf(drawn.protocol) != "tcp")
                continue;
            for (const BlockId& subnet : context.graph.subnetsOf(caller.host))
                if (std::find(subnets.begin(), subnets.end(), subnet) != subnets.end())
                    missing[subnet] = missing[subnet].with(wanted);
        }
    }
    std::vector<ShutOut> all;
    for (auto& [subnet, ports] : missing) all.push_back({subnet, std::move(ports)});
    return all;
}

struct Faults {
    bool checksAddresses = false;
    bool hasNoAddress = false;
    bool isMisplaced = false;
    std::vector<ShutOut> closed;

    std::string_view first() const
    {
        if (checksAddresses) return "message";
        if (hasNoAddress) return "no-address";
        if (isMisplaced) return "not-public";
        return closed.empty() ? "" : "closed";
    }
};

Faults faultsOf(const Context& context, const BlockId& instance, const std::vector<BlockId>& subnets)
{
    const SubnetClass place = context.routes.classOf(context.graph.positionSubnet(instance));
    Faults faults;
    faults.checksAddresses = context.graph.value(instance, "source-destination-check").toBool();
    faults.hasNoAddress = !context.graph.hasPublicAddress(instance);
    faults.isMisplaced = place == SubnetClass::Private || place == SubnetClass::Isolated;
    faults.closed = shutOut(context, instance, subnets);
    return faults;
}

/// All at once, except for a wrong place: from there nothing helps.
void addFix(const Context& context, const BlockId& instance, const Faults& faults, FindingBuilder& finding)
{
    if (faults.isMisplaced) return;
    edit::Transaction transaction(context.document);
    if (faults.checksAddresses) transaction.setProperty(instance, "source-destination-check", false);
    if (faults.hasNoAddress) fixes::addElasticIp(instance, transaction);
    for (const ShutOut& one : faults.closed) {
        const auto range = analysis::parseCidr(context.graph.value(one.subnet, "cidr").toString());
        if (!range) return;
        fixes::addRule(fixes::narrowestGroup(context, context.graph.securityGroupsOf(instance)),
                       analysis::Direction::Inbound, "tcp", one.ports, {range->canonical().text()}, transaction);
    }
    const bool isSafe = !faults.hasNoAddress || !fixes::exposesMore(context, transaction.document());
    finding.fix(
        "repair-nat-instance", isSafe,
        transaction.finish({"rule.nat-instance-broken.fix.repair", {{"name", labelOf(context.graph, instance)}}}));
}

void check(const Context& context, Report& report)
{
    for (const auto& [instance, subnets] : natInstances(context)) {
        const Faults faults = faultsOf(context, instance, subnets);
        if (faults.first().empty()) continue;
        auto finding = report.add(instance);
        finding.variant(faults.first())
            .with("name", labelOf(context.graph, instance))
            .with("subnets", labelsOf(context.graph, subnets));
        if (faults.first() == "not-public")
            finding.with("subnet", labelOf(context.graph, context.graph.positionSubnet(instance)));
        if (faults.first() == "closed")
            finding.with("ports", faults.closed.front().ports.text())
                .with("closed", labelOf(context.graph, faults.closed.front().subnet));
        std::vector<std::string> witness = texts(subnets);
        witness.push_back(instance.text());
        finding.witness(std::move(witness));
        addFix(context, instance, faults, finding);
    }
}

}  // namespace

Rule natInstanceBroken() { return {"nat-instance-broken", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
