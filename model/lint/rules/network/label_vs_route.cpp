#include "model/lint/fixes/default_routes.h"
#include "model/lint/fixes/internet_gateways.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/subnet_intent.h"

namespace lintel::model::lint::rules {

namespace {

using analysis::SubnetClass;

edit::ChangeSet relabelled(const Context& context, const BlockId& subnet, const char* label)
{
    edit::Transaction transaction(context.document);
    transaction.setProperty(subnet, "label", label);
    return transaction.finish(
        {std::string("rule.label-vs-route.fix.") + label, {{"subnet", labelOf(context.graph, subnet)}}});
}

void addRouteFix(const Context& context, const BlockId& subnet, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const BlockId gateway = fixes::internetGatewayFor(context, context.graph.vpcOf(subnet), transaction);
    fixes::setDefaultRoutes(context, {{{subnet}, gateway, "rt-public"}}, transaction);
    const Document after = transaction.document();
    // Whoever leaves by another way today would lose it.
    const bool isSafe = !fixes::hasDefaultRoute(context, subnet) && !fixes::exposesMore(context, after);
    finding.fix("route-to-internet-gateway", isSafe,
                transaction.finish({"rule.label-vs-route.fix.route", {{"subnet", labelOf(context.graph, subnet)}}}));
}

/// A table of its own that does not lead to the internet gateway: what is in the subnet loses its way in and out.
void addPrivateTableFix(const Context& context, const BlockId& subnet, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    Value::List rows;
    const BlockId old = context.routes.tableOf(subnet);
    for (const Value& row : fixes::workingRoutes(context, old))
        if (!context.graph.isKind(BlockId(row["target"].toString()), "internet-gateway")) rows.push_back(row);
    Block table;
    table.id = BlockId(transaction.freeId("rt-private", "route-table"));
    table.kind = KindId("route-table");
    table.parent = context.graph.block(old)->parent;
    if (!rows.empty()) table.properties["routes"] = Value(std::move(rows));
    transaction.put(table);
    transaction.setProperty(subnet, "route-table", table.id.text());
    finding.fix("private-route-table", false,
                transaction.finish({"rule.label-vs-route.fix.table", {{"subnet", labelOf(context.graph, subnet)}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const SubnetIntent intent = intentOf(context.graph, subnet);
        const SubnetClass actual = context.routes.classOf(subnet);
        // Without a route table nobody knows yet what it will be.
        if (intent == SubnetIntent::Unsaid || actual == SubnetClass::Unknown) continue;
        if ((intent == SubnetIntent::Public) == (actual == SubnetClass::Public)) continue;
        const BlockId table = context.routes.tableOf(subnet);
        auto finding = report.add(subnet);
        finding.with("subnet", labelOf(context.graph, subnet)).with("table", labelOf(context.graph, table));
        if (intent == SubnetIntent::Public) {
            finding.witness({subnet.text(), table.text()});
            addRouteFix(context, subnet, finding);
            finding.fix("call-it-private", false, relabelled(context, subnet, "private"));
            continue;
        }
        const analysis::Route route = *context.routes.internetGatewayRoute(subnet);
        finding.variant("not-private")
            .with("destination", route.destination)
            .with("gateway", labelOf(context.graph, route.target))
            .witness({subnet.text(), table.text(), route.target.text()});
        addPrivateTableFix(context, subnet, finding);
        finding.fix("call-it-public", false, relabelled(context, subnet, "public"));
    }
}

}  // namespace

Rule labelVsRoute() { return {"label-vs-route", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
