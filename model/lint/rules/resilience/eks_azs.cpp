#include "model/edit/transaction.h"
#include "model/lint/fixes/another_zone.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

using Zones = std::set<std::string>;

/// Zones of the subnets; empty when one of them is not drawn.
Zones zonesOf(const Context& context, const std::vector<BlockId>& subnets)
{
    Zones zones;
    for (const BlockId& subnet : subnets) {
        std::string zone = context.graph.zoneOf(subnet);
        if (zone.empty()) return {};
        zones.insert(std::move(zone));
    }
    return zones;
}

void addFix(const Context& context, const BlockId& cluster, const std::vector<BlockId>& subnets,
            FindingBuilder& finding)
{
    const auto side = context.routes.isPublic(subnets.front()) ? fixes::Side::Public : fixes::Side::Private;
    edit::Transaction transaction(context.document);
    const auto more = fixes::subnetInAnotherZone(context, subnets, side, transaction);
    if (!more) return;
    Value::List list = context.graph.value(cluster, "subnets").toList();
    list.emplace_back(more->subnet.text());
    transaction.setProperty(cluster, "subnets", Value(std::move(list)));
    finding.fix("add-zone", side == fixes::Side::Private,
                transaction.finish(
                    {"rule.eks-azs.fix.zone", {{"name", labelOf(context.graph, cluster)}, {"zone", more->zone}}}));
}

/// The cluster spans zones, its nodes do not.
void checkNodes(const Context& context, const BlockId& cluster, const Zones& ofCluster, Report& report)
{
    Zones zones;
    std::vector<BlockId> groups;
    for (const BlockId& group : context.graph.blocksOfKind("eks-node-group")) {
        if (context.graph.ancestorOfKind(group, "eks-cluster") != cluster) continue;
        const Zones own = zonesOf(context, context.graph.references(group, "subnets"));
        if (own.empty()) return;  // somebody's nodes may be anywhere
        zones.insert(own.begin(), own.end());
        groups.push_back(group);
    }
    if (groups.empty() || zones.size() != 1 || ofCluster.size() < 2) return;
    report.add(texts(groups))
        .variant("nodes")
        .severity(context.profile == Profile::Production ? Severity::Warning : Severity::Info)
        .with("nodes", labelsOf(context.graph, groups))
        .with("name", labelOf(context.graph, cluster))
        .with("zone", *zones.begin())
        .witness(texts(groups));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& cluster : context.graph.blocksOfKind("eks-cluster")) {
        const std::vector<BlockId> subnets = context.graph.references(cluster, "subnets");
        const Zones zones = zonesOf(context, subnets);
        if (zones.empty()) continue;
        checkNodes(context, cluster, zones, report);
        if (zones.size() > 1) continue;
        auto finding = report.add(cluster);
        finding.with("name", labelOf(context.graph, cluster)).with("zone", *zones.begin()).witness(texts(subnets));
        addFix(context, cluster, subnets, finding);
    }
}

}  // namespace

Rule eksAzs() { return {"eks-azs", "resilience", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
