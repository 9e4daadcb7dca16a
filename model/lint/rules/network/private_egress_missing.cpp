#include "model/analysis/service_endpoints.h"
#include "model/lint/fixes/nat_gateways.h"
#include "model/lint/fixes/service_endpoints.h"
#include "model/lint/labels.h"
#include "model/lint/outgoing_calls.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using analysis::Egress;
using analysis::SubnetClass;

/// Calls of one host that cannot leave, and from where.
struct Stuck {
    std::vector<OutgoingCall> calls;
    std::vector<BlockId> subnets;
    std::set<std::string> services;  ///< endpoints that would do for the calls to AWS
    bool needsInternet = false;
};

/// A misplaced NAT gateway is the subject of nat-placement; a private one will never lead to the internet.
bool leadsNowhere(const Context& context, const BlockId& subnet)
{
    const SubnetClass actual = context.routes.classOf(subnet);
    if (actual == SubnetClass::Public || actual == SubnetClass::Unknown) return false;
    const Egress egress = context.routes.egress(subnet, false);
    if (egress.kind != Egress::Kind::BrokenNat) return egress.kind == Egress::Kind::None;
    return context.graph.value(BlockId(egress.path.back()), "connectivity").toString() == "private";
}

template <class Id>
void addOnce(std::vector<Id>& list, const Id& id)
{
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

Stuck stuckCalls(const Context& context, const CallingHost& caller)
{
    Stuck stuck;
    std::vector<BlockId> closed = context.graph.subnetsOf(caller.host);
    std::erase_if(closed, [&](const BlockId& subnet) { return !leadsNowhere(context, subnet); });
    for (const OutgoingCall& call : caller.calls) {
        bool isStuck = false;
        for (const BlockId& subnet : closed) {
            const auto open = analysis::uncoveredServices(context.graph, context.routes, subnet,
                                                          context.graph.block(call.to)->kind.text());
            if (call.isAwsService && open.empty()) continue;
            isStuck = true;
            addOnce(stuck.subnets, subnet);
            stuck.services.insert(open.begin(), open.end());
        }
        if (!isStuck) continue;
        stuck.needsInternet = stuck.needsInternet || !call.isAwsService;
        stuck.calls.push_back(call);
    }
    return stuck;
}

void addEndpointFix(const Context& context, const Stuck& stuck, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    fixes::addServiceEndpoints(context, stuck.subnets, stuck.services, transaction);
    std::string names;
    for (const std::string& service : stuck.services) names += (names.empty() ? "" : ", ") + service;
    // Gateway endpoints are free; an interface endpoint costs money every hour, and NAT would do as well.
    const bool isFree = std::all_of(stuck.services.begin(), stuck.services.end(),
                                    [](const std::string& one) { return analysis::hasGatewayEndpoint(one); });
    finding.fix("add-endpoints", isFree,
                transaction.finish({"rule.private-egress-missing.fix.endpoints", {{"services", names}}}));
}

void addNatFix(const Context& context, const Stuck& stuck, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const auto way = fixes::sendThroughNat(context, stuck.subnets, transaction);
    if (!way) return;
    const bool isIsolated = std::any_of(stuck.subnets.begin(), stuck.subnets.end(), [&](const BlockId& subnet) {
        return context.graph.value(subnet, "label").toString() == "isolated";
    });
    finding.fix("add-nat-gateway", stuck.needsInternet && !way->drawsSubnet && !isIsolated,
                transaction.finish({way->gateways.empty() ? "rule.private-egress-missing.fix.route"
                                                          : "rule.private-egress-missing.fix.nat",
                                    {{"subnets", labelsOf(context.graph, stuck.subnets)}}}));
}

void check(const Context& context, Report& report)
{
    for (const CallingHost& caller : callingHosts(context.graph)) {
        const Stuck stuck = stuckCalls(context, caller);
        if (stuck.calls.empty()) continue;
        std::vector<BlockId> targets;
        std::vector<std::string> witness;
        for (const OutgoingCall& call : stuck.calls) {
            addOnce(targets, call.to);
            witness.insert(witness.end(), {call.from.text(), call.link.text(), call.to.text()});
        }
        for (const BlockId& subnet : stuck.subnets) {
            witness.push_back(subnet.text());
            witness.push_back(context.routes.tableOf(subnet).text());
        }
        auto finding = report.add(caller.host);
        finding.with("name", labelOf(context.graph, caller.host))
            .with("targets", labelsOf(context.graph, targets))
            .with("subnets", labelsOf(context.graph, stuck.subnets))
            .witness(std::move(witness));
        if (!stuck.needsInternet) {
            finding.variant("service");
            addEndpointFix(context, stuck, finding);
        }
        addNatFix(context, stuck, finding);
    }
}

}  // namespace

Rule privateEgressMissing() { return {"private-egress-missing", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
