#include "model/lint/fixes/another_zone.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <map>

namespace lintel::model::lint::rules {

namespace {

using BySubnetZone = std::map<std::string, std::vector<BlockId>>;

Value asValue(const std::vector<BlockId>& ids)
{
    Value::List list;
    for (const BlockId& id : ids) list.emplace_back(id.text());
    return Value(std::move(list));
}

std::vector<BlockId> onePerZone(const Context& context, const std::vector<BlockId>& subnets)
{
    std::set<std::string> seen;
    std::vector<BlockId> kept;
    for (const BlockId& subnet : subnets)
        if (const std::string zone = context.graph.zoneOf(subnet); zone.empty() || seen.insert(zone).second)
            kept.push_back(subnet);
    return kept;
}

void addZoneFix(const Context& context, const Block& alb, std::vector<BlockId> subnets, FindingBuilder& finding)
{
    edit::Transaction transaction(context.document);
    const bool isPublic = context.graph.value(alb.id, "scheme").toString() == "internet-facing";
    const auto side = isPublic ? fixes::Side::Public : fixes::Side::Private;
    const auto more = fixes::subnetInAnotherZone(context, subnets, side, transaction);
    if (!more) return;
    subnets.push_back(more->subnet);
    transaction.setProperty(alb.id, "subnets", asValue(subnets));
    const std::string label = more->isNew ? std::string() : labelOf(context.graph, more->subnet);
    finding.fix("add-zone", true,
                transaction.finish({more->isNew ? "rule.alb-azs.fix.new-subnet" : "rule.alb-azs.fix.add-zone",
                                    {{"name", alb.label()}, {"zone", more->zone}, {"subnet", label}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& id : context.graph.blocksOfKind("alb")) {
        const Block& alb = *context.graph.block(id);
        const std::vector<BlockId> subnets = context.graph.references(id, "subnets");
        if (subnets.empty()) continue;  // still being drawn

        BySubnetZone zones;
        for (const BlockId& subnet : subnets) zones[context.graph.zoneOf(subnet)].push_back(subnet);
        const bool someUnknown = zones.contains("");
        if (subnets.size() == 1 || (zones.size() == 1 && !someUnknown)) {
            auto finding = report.add(id);
            finding.with("name", alb.label()).with("zone", zones.begin()->first).witness(texts(subnets));
            if (someUnknown) finding.variant("one-subnet").with("subnet", labelOf(context.graph, subnets.front()));
            addZoneFix(context, alb, onePerZone(context, subnets), finding);
            continue;
        }
        for (const auto& [zone, inZone] : zones) {
            if (zone.empty() || inZone.size() < 2) continue;
            edit::Transaction transaction(context.document);
            transaction.setProperty(id, "subnets", asValue(onePerZone(context, subnets)));
            report.add(id)
                .variant("same-zone")
                .with("name", alb.label())
                .with("zone", zone)
                .with("subnets", labelsOf(context.graph, inZone))
                .witness(texts(inZone))
                .fix("one-per-zone", true,
                     transaction.finish({"rule.alb-azs.fix.one-per-zone", {{"name", alb.label()}}}));
            break;  // one word about each load balancer is enough: the fix settles every zone
        }
    }
}

}  // namespace

Rule albAzs() { return {"alb-azs", "resilience", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
