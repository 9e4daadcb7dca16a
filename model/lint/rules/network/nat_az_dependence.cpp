#include "model/lint/fixes/nat_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Subnets of other zones that leave by a zonal NAT gateway, by gateway.
std::map<BlockId, std::vector<BlockId>> dependents(const Context& context)
{
    std::map<BlockId, std::vector<BlockId>> all;
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const auto route = context.routes.routeTo(subnet, {0, 0});
        if (!route || !context.routes.isActive(*route) || !context.graph.isKind(route->target, "nat-gateway")) continue;
        if (context.routes.isPublic(subnet)) continue;
        if (context.graph.value(route->target, "availability-mode").toString() == "regional") continue;
        const BlockId place = context.graph.positionSubnet(route->target);
        const std::string zone = place.isEmpty() ? std::string() : context.graph.zoneOf(place);
        const std::string own = context.graph.zoneOf(subnet);
        if (!zone.empty() && !own.empty() && zone != own) all[route->target].push_back(subnet);
    }
    return all;
}

void addFix(const Context& context, const BlockId& nat, const std::vector<BlockId>& subnets, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const auto way = fixes::sendThroughNat(context, subnets, transaction);
    if (!way) return;
    // Another gateway costs money every hour: where one is a choice rather than a mistake, people make it.
    const bool isAutomatic = context.profile == Profile::Production && !way->drawsSubnet;
    finding.fix(
        "nat-per-zone", isAutomatic,
        transaction.finish({"rule.nat-az-dependence.fix.nat-per-zone", {{"nat", labelOf(context.graph, nat)}}}));
}

void check(const Context& context, Report& report)
{
    for (const auto& [nat, subnets] : dependents(context)) {
        std::set<std::string> zones;
        for (const BlockId& subnet : subnets) zones.insert(context.graph.zoneOf(subnet));
        std::string others;
        for (const std::string& zone : zones) others += (others.empty() ? "" : ", ") + zone;
        std::vector<std::string> witness = texts(subnets);
        witness.push_back(nat.text());
        auto finding = report.add(nat);
        finding.with("nat", labelOf(context.graph, nat))
            .with("zone", context.graph.zoneOf(context.graph.positionSubnet(nat)))
            .with("subnets", labelsOf(context.graph, subnets))
            .with("others", others)
            .witness(std::move(witness));
        addFix(context, nat, subnets, finding);
    }
}

}  // namespace

Rule natAzDependence() { return {"nat-az-dependence", "network", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
