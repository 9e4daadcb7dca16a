#include "model/lint/fixes/default_routes.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"
#include "model/lint/subnet_intent.h"

#include <map>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Where every subnet is meant to be the same, the main table may well be theirs.
bool isOneIntent(const Context& context, const BlockId& vpc)
{
    std::set<SubnetIntent> intents;
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc))
        if (const SubnetIntent intent = intentOf(context.graph, subnet); intent != SubnetIntent::Unsaid)
            intents.insert(intent);
    return intents.size() < 2;
}

std::vector<BlockId> implicitSubnets(const Context& context, const BlockId& table)
{
    std::vector<BlockId> subnets = context.routes.subnetsOf(table);
    std::erase_if(subnets,
                  [&](const BlockId& subnet) { return context.graph.reference(subnet, "route-table") == table; });
    return subnets;
}

bool leadsToTheInternet(const Context& context, const BlockId& table)
{
    for (const analysis::Route& route : context.routes.routesOf(table))
        if (context.graph.isKind(route.target, "internet-gateway") && context.routes.isActive(route)) return true;
    return false;
}

/// Each kind of subnet gets a table of its own with the same routes: nothing changes but who decides next time.
edit::ChangeSet withOwnTables(const Context& context, const BlockId& table, const std::vector<BlockId>& subnets)
{
    edit::Transaction transaction(context.document);
    std::map<SubnetIntent, BlockId> tables;
    const std::map<SubnetIntent, std::string> wishes{{SubnetIntent::Unsaid, "rt-explicit"},
                                                     {SubnetIntent::Public, "rt-public"},
                                                     {SubnetIntent::Private, "rt-private"}};
    for (const BlockId& subnet : subnets) {
        const SubnetIntent intent = intentOf(context.graph, subnet);
        if (!tables.contains(intent))
            tables[intent] = fixes::copyRouteTable(context, table, wishes.at(intent), transaction);
        transaction.setProperty(subnet, "route-table", tables[intent].text());
    }
    return transaction.finish({"rule.implicit-main-rt.fix.explicit", {{"subnets", labelsOf(context.graph, subnets)}}});
}

void check(const Context& context, Report& report)
{
    for (const BlockId& table : context.graph.blocksOfKind("route-table")) {
        const BlockId vpc = context.graph.vpcOf(table);
        if (!context.graph.value(table, "main").toBool() || isOneIntent(context, vpc)) continue;
        const std::vector<BlockId> subnets = implicitSubnets(context, table);
        if (subnets.empty()) continue;
        std::vector<std::string> subjects = texts(subnets);
        subjects.push_back(table.text());
        auto finding = report.add(subjects);
        finding.with("subnets", labelsOf(context.graph, subnets))
            .with("table", labelOf(context.graph, table))
            .witness(subjects);
        // A copy of broken routes would be a second thing to repair.
        const bool isWhole =
            fixes::workingRoutes(context, table).size() == context.graph.value(table, "routes").toList().size();
        if (isWhole) finding.fix("explicit-tables", true, withOwnTables(context, table, subnets));
        if (leadsToTheInternet(context, table)) finding.variant("public").severity(Severity::Warning);
    }
}

}  // namespace

Rule implicitMainRt() { return {"implicit-main-rt", "network", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
