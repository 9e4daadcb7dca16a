#include "model/edit/transaction.h"
#include "model/lint/entrances.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

using Zones = std::set<std::string>;

/// Zones of the load balancer; empty as soon as one of its subnets does not say its zone.
Zones enabledZones(const Context& context, const BlockId& balancer)
{
    Zones zones;
    for (const BlockId& subnet : context.graph.references(balancer, "subnets")) {
        std::string zone = context.graph.zoneOf(subnet);
        if (zone.empty()) return {};
        zones.insert(std::move(zone));
    }
    return zones;
}

/// A subnet of the zone on the load balancer's side, to enable it with.
BlockId subnetFor(const Context& context, const BlockId& balancer, const std::string& zone)
{
    const bool isOutward = isInternetFacing(context.graph, balancer);
    for (const BlockId& subnet : context.graph.subnetsOfVpc(context.graph.vpcOf(balancer)))
        if (context.graph.zoneOf(subnet) == zone && context.routes.isPublic(subnet) == isOutward) return subnet;
    return {};
}

void enableZone(const Context& context, const BlockId& balancer, const std::string& zone, FindingBuilder& finding)
{
    const BlockId subnet = subnetFor(context, balancer, zone);
    if (subnet.isEmpty()) return;
    Value::List list = context.graph.value(balancer, "subnets").toList();
    list.emplace_back(subnet.text());
    edit::Transaction transaction(context.document);
    transaction.setProperty(balancer, "subnets", Value(std::move(list)));
    finding.fix(
        "enable-zone", false,
        transaction.finish({"rule.lb-az-target-mismatch.fix.enable",
                            {{"name", labelOf(context.graph, balancer)}, {"subnet", labelOf(context.graph, subnet)}}}));
}

/// Servers by the one zone they are in. Those in several zones, or in none that is drawn, are left out.
std::map<std::string, std::vector<BlockId>> serversByZone(const Context& context, const BlockId& balancer)
{
    std::map<std::string, std::vector<BlockId>> zones;
    for (const BlockId& server : serversBehind(context.graph, balancer))
        if (const Zones own = context.graph.zonesOf(server);
            own.size() == 1 && context.graph.vpcOf(server) == context.graph.vpcOf(balancer))
            zones[*own.begin()].push_back(server);
    return zones;
}

/// A network load balancer's address in a zone leads to the servers of that zone only, unless cross-zone is on.
void checkCrossZone(const Context& context, const BlockId& balancer, const Zones& enabled, Report& report)
{
    if (!context.graph.isKind(balancer, "nlb") || context.graph.value(balancer, "cross-zone").toBool()) return;
    const auto servers = serversByZone(context, balancer);
    std::size_t placed = 0;
    for (const auto& [zone, list] : servers) placed += list.size();
    // As long as one server's zone is open, it may be the one that seems to be missing.
    if (servers.empty() || serversBehind(context.graph, balancer).size() != placed) return;
    const auto isEmpty = [&](const std::string& zone) { return !servers.contains(zone); };
    const auto empty = std::find_if(enabled.begin(), enabled.end(), isEmpty);
    if (empty == enabled.end()) return;
    const std::string name = labelOf(context.graph, balancer);
    edit::Transaction transaction(context.document);
    transaction.setProperty(balancer, "cross-zone", true);
    report.add(balancer)
        .variant("empty-zone")
        .severity(Severity::Warning)
        .with("name", name)
        .with("zone", *empty)
        .fix("cross-zone", true, transaction.finish({"rule.lb-az-target-mismatch.fix.cross-zone", {{"name", name}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& balancer : context.graph.loadBalancers()) {
        const Zones enabled = enabledZones(context, balancer);
        if (enabled.empty()) continue;
        for (const auto& [zone, servers] : serversByZone(context, balancer)) {
            if (enabled.contains(zone)) continue;
            std::vector<std::string> subjects{balancer.text()};
            for (const BlockId& server : servers) subjects.push_back(server.text());
            auto finding = report.add(std::move(subjects));
            finding.with("name", labelOf(context.graph, balancer))
                .with("servers", labelsOf(context.graph, servers))
                .with("zone", zone);
            finding.witness(texts(servers));
            enableZone(context, balancer, zone, finding);
        }
        checkCrossZone(context, balancer, enabled, report);
    }
}

}  // namespace

Rule lbAzTargetMismatch() { return {"lb-az-target-mismatch", "resilience", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
