#include "model/lint/fixes/another_zone.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void addZoneFix(const Context& context, const Block& database, const std::vector<BlockId>& subnets,
                FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const auto more = fixes::subnetInAnotherZone(context, subnets, fixes::Side::Private, transaction);
    if (!more) return;
    Value::List list = database.property("subnets").toList();
    list.emplace_back(more->subnet.text());
    transaction.setProperty(database.id, "subnets", Value(std::move(list)));
    const std::string label = more->isNew ? std::string() : labelOf(context.graph, more->subnet);
    finding.fix("add-zone", true,
                transaction.finish(
                    {more->isNew ? "rule.db-subnet-group-azs.fix.new-subnet" : "rule.db-subnet-group-azs.fix.add-zone",
                     {{"name", database.label()}, {"zone", more->zone}, {"subnet", label}}}));
}

void checkKind(const Context& context, std::string_view kind, Report& report)
{
    for (const BlockId& id : context.graph.blocksOfKind(kind)) {
        // Where it is drawn says where it runs; only `subnets` says what the group is.
        const std::vector<BlockId> subnets = context.graph.references(id, "subnets");
        std::set<std::string> zones;
        for (const BlockId& subnet : subnets) zones.insert(context.graph.zoneOf(subnet));
        if (zones.size() != 1 || zones.contains(std::string())) continue;
        const Block& database = *context.graph.block(id);
        auto finding = report.add(id);
        finding.with("name", database.label()).with("zone", *zones.begin()).witness(texts(subnets));
        addZoneFix(context, database, subnets, finding);
    }
}

void check(const Context& context, Report& report)
{
    for (const char* kind : {"aurora-cluster", "rds-instance", "rds-read-replica"}) checkKind(context, kind, report);
}

}  // namespace

Rule dbSubnetGroupAzs() { return {"db-subnet-group-azs", "resilience", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
