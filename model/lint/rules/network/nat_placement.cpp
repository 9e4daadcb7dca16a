#include "model/lint/fixes/default_routes.h"
#include "model/lint/fixes/internet_gateways.h"
#include "model/lint/fixes/nat_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/subnet_intent.h"

namespace lintel::model::lint::rules {

namespace {

using analysis::SubnetClass;

bool isMisplaced(const Context& context, const BlockId& subnet)
{
    const SubnetClass actual = context.routes.classOf(subnet);
    return actual != SubnetClass::Public && actual != SubnetClass::Unknown;
}

void addMoveFix(const Context& context, const BlockId& nat, const BlockId& subnet, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const BlockId place = fixes::PublicSubnets(context, context.graph.vpcOf(nat), transaction).beside(subnet);
    if (place.isEmpty()) return;
    fixes::moveNatGateway(context, nat, place, transaction);
    if (!fixes::hasElasticIp(context, nat)) fixes::addElasticIp(nat, transaction);
    const bool isNew = !context.graph.block(place);
    const std::string label = isNew ? std::string() : labelOf(context.graph, place);
    finding.fix("move-to-public-subnet", true,
                transaction.finish({isNew ? "rule.nat-placement.fix.new-subnet" : "rule.nat-placement.fix.move",
                                    {{"nat", labelOf(context.graph, nat)}, {"subnet", label}}}));
}

/// Where the subnet is meant to be public, the gateway is right and the route is missing.
void addRouteFix(const Context& context, const BlockId& nat, const BlockId& subnet, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const BlockId gateway = fixes::internetGatewayFor(context, context.graph.vpcOf(nat), transaction);
    fixes::setDefaultRoutes(context, {{{subnet}, gateway, "rt-public"}}, transaction);
    if (!fixes::hasElasticIp(context, nat)) fixes::addElasticIp(nat, transaction);
    const bool isSafe =
        !fixes::hasDefaultRoute(context, subnet) && !fixes::exposesMore(context, transaction.document());
    finding.fix("route-to-internet-gateway", isSafe,
                transaction.finish({"rule.nat-placement.fix.route", {{"subnet", labelOf(context.graph, subnet)}}}));
}

void addAddressFix(const Context& context, const BlockId& nat, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    fixes::addElasticIp(nat, transaction);
    finding.fix("allocate-elastic-ip", true,
                transaction.finish({"rule.nat-placement.fix.address", {{"nat", labelOf(context.graph, nat)}}}));
}

void reportMisplaced(const Context& context, const BlockId& nat, const BlockId& subnet, Report& report)
{
    const auto route = context.routes.routeTo(subnet, {0, 0});
    const BlockId table = context.routes.tableOf(subnet);
    auto finding = report.add({nat.text(), subnet.text()});
    finding.with("nat", labelOf(context.graph, nat)).with("subnet", labelOf(context.graph, subnet));
    std::vector<std::string> witness{nat.text(), subnet.text(), table.text()};
    if (route && context.graph.isKind(route->target, "nat-gateway")) {
        finding.variant("behind-nat").with("other", labelOf(context.graph, route->target));
        witness.push_back(route->target.text());
    }
    finding.witness(std::move(witness));
    if (intentOf(context.graph, subnet) == SubnetIntent::Public) addRouteFix(context, nat, subnet, finding);
    addMoveFix(context, nat, subnet, finding);
}

bool isUsed(const Context& context, const BlockId& nat)
{
    const auto& tables = context.graph.blocksOfKind("route-table");
    return std::any_of(tables.begin(), tables.end(), [&](const BlockId& table) {
        const Value::List& rows = context.graph.value(table, "routes").toList();
        return std::any_of(rows.begin(), rows.end(),
                           [&](const Value& row) { return row["target"].toString() == nat.text(); });
    });
}

void checkPublic(const Context& context, const BlockId& nat, const BlockId& subnet, Report& report)
{
    if (isMisplaced(context, subnet)) {
        reportMisplaced(context, nat, subnet, report);
    } else if (!fixes::hasElasticIp(context, nat)) {
        auto finding = report.add({nat.text(), subnet.text()});
        finding.variant("no-address").with("nat", labelOf(context.graph, nat)).witness({nat.text()});
        // One that was just drawn has lost nothing yet.
        if (!isUsed(context, nat)) finding.severity(Severity::Warning);
        addAddressFix(context, nat, finding);
    }
}

/// A private one gives packets no public address: an internet gateway drops them.
void checkPrivate(const Context& context, const BlockId& nat, const BlockId& subnet, Report& report)
{
    const auto route = context.routes.routeTo(subnet, {0, 0});
    if (!route || !context.routes.isActive(*route) || !context.graph.isKind(route->target, "internet-gateway")) return;
    edit::Transaction transaction(context.document);
    transaction.setProperty(nat, "connectivity", Value());
    if (!fixes::hasElasticIp(context, nat)) fixes::addElasticIp(nat, transaction);
    report.add({nat.text(), subnet.text()})
        .variant("private-nat")
        .with("nat", labelOf(context.graph, nat))
        .with("gateway", labelOf(context.graph, route->target))
        .witness({nat.text(), subnet.text(), route->table.text(), route->target.text()})
        .fix("make-public", false,
             transaction.finish({"rule.nat-placement.fix.public", {{"nat", labelOf(context.graph, nat)}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& nat : context.graph.blocksOfKind("nat-gateway")) {
        const BlockId subnet = context.graph.positionSubnet(nat);
        if (subnet.isEmpty() || context.graph.value(nat, "availability-mode").toString() == "regional") continue;
        if (context.graph.value(nat, "connectivity").toString() == "private")
            checkPrivate(context, nat, subnet, report);
        else
            checkPublic(context, nat, subnet, report);
    }
}

}  // namespace

Rule natPlacement() { return {"nat-placement", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
