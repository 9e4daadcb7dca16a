#include "model/analysis/service_endpoints.h"
#include "model/edit/transaction.h"
#include "model/lint/fixes/default_routes.h"
#include "model/lint/labels.h"
#include "model/lint/outgoing_calls.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

using analysis::Egress;

std::vector<BlockId> deadEnds(const Context& context, const BlockId& host)
{
    std::vector<BlockId> subnets = context.graph.subnetsOf(host);
    std::erase_if(subnets, [&](const BlockId& subnet) {
        return context.routes.egress(subnet, false).kind != Egress::Kind::NoPublicAddress;
    });
    return subnets;
}

bool isStuck(const Context& context, const OutgoingCall& call, const std::vector<BlockId>& subnets)
{
    if (!call.isAwsService) return true;
    return std::any_of(subnets.begin(), subnets.end(), [&](const BlockId& subnet) {
        return !analysis::uncoveredServices(context.graph, context.routes, subnet,
                                            context.graph.block(call.to)->kind.text())
                    .empty();
    });
}

/// Of the same zone, with a way out.
BlockId privateTwin(const Context& context, const BlockId& subnet)
{
    for (const BlockId& other : context.graph.subnetsOfVpc(context.graph.vpcOf(subnet)))
        if (context.graph.zoneOf(other) == context.graph.zoneOf(subnet) && !context.routes.isPublic(other) &&
            context.routes.egress(other, false).works())
            return other;
    return {};
}

/// Into private subnets that lead out through NAT, for what names its subnets.
void addMoveFix(const Context& context, const BlockId& host, const std::vector<BlockId>& from, FindingBuilder& finding)
{
    const std::vector<BlockId> named = context.graph.references(host, "subnets");
    Value::List places;
    for (const BlockId& subnet : named) {
        const bool isDeadEnd = std::find(from.begin(), from.end(), subnet) != from.end();
        const BlockId place = isDeadEnd ? privateTwin(context, subnet) : subnet;
        if (place.isEmpty()) return;
        if (const Value id(place.text()); std::find(places.begin(), places.end(), id) == places.end())
            places.push_back(id);
    }
    if (places.empty() || !context.graph.positionSubnet(host).isEmpty()) return;
    edit::Transaction transaction(context.document);
    transaction.setProperty(host, "subnets", Value(std::move(places)));
    finding.fix("move-to-private-subnets", false,
                transaction.finish({"rule.eni-without-public-ip.fix.move", {{"name", labelOf(context.graph, host)}}}));
}

void addAddressFix(const Context& context, const BlockId& host, FindingBuilder& finding)
{
    const char* key = context.graph.isKind(host, "ecs-service") ? "assign-public-ip" : "public-ip";
    if (context.graph.isKind(host, "lambda") || !context.catalogue.kindOf(*context.graph.block(host))->property(key))
        return;
    edit::Transaction transaction(context.document);
    transaction.setProperty(host, key, true);
    // An address of its own is a door, too.
    finding.fix(
        "public-address", false,
        transaction.finish({"rule.eni-without-public-ip.fix.address", {{"name", labelOf(context.graph, host)}}}));
}

void check(const Context& context, Report& report)
{
    for (const CallingHost& caller : callingHosts(context.graph)) {
        if (context.graph.hasPublicAddress(caller.host)) continue;
        const std::vector<BlockId> subnets = deadEnds(context, caller.host);
        if (subnets.empty()) continue;
        std::vector<BlockId> targets;
        std::vector<std::string> witness;
        for (const OutgoingCall& call : caller.calls) {
            if (!isStuck(context, call, subnets)) continue;
            if (std::find(targets.begin(), targets.end(), call.to) == targets.end()) targets.push_back(call.to);
            witness.insert(witness.end(), {call.from.text(), call.link.text(), call.to.text()});
        }
        if (targets.empty()) continue;
        for (const BlockId& subnet : subnets) witness.push_back(subnet.text());
        auto finding = report.add(caller.host);
        if (context.graph.isKind(caller.host, "lambda")) finding.variant("lambda");
        finding.with("name", labelOf(context.graph, caller.host))
            .with("subnets", labelsOf(context.graph, subnets))
            .with("targets", labelsOf(context.graph, targets))
            .witness(std::move(witness));
        addMoveFix(context, caller.host, subnets, finding);
        addAddressFix(context, caller.host, finding);
    }
}

}  // namespace

Rule eniWithoutPublicIp() { return {"eni-without-public-ip", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
