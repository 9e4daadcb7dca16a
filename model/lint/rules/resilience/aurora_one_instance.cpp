#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// A subnet of the cluster in a zone where none of its instances is.
BlockId freeSubnet(const Context& context, const BlockId& cluster, const std::set<std::string>& used)
{
    for (const BlockId& subnet : context.graph.references(cluster, "subnets"))
        if (const std::string zone = context.graph.zoneOf(subnet); !zone.empty() && !used.contains(zone)) return subnet;
    return {};
}

void addReader(const Context& context, const BlockId& cluster, const std::vector<BlockId>& drawn,
               const std::set<std::string>& used, FindingBuilder& finding)
{
    const std::string name = labelOf(context.graph, cluster);
    edit::Transaction transaction(context.document);
    if (drawn.empty()) {
        transaction.setProperty(cluster, "instances", 2);
        finding.fix("add-reader", true, transaction.finish({"rule.aurora-one-instance.fix.second", {{"name", name}}}));
        return;
    }
    const BlockId subnet = freeSubnet(context, cluster, used);
    if (subnet.isEmpty()) return;
    Block reader;
    reader.id = BlockId(transaction.freeId(cluster.text() + "-reader", "aurora-reader"));
    reader.kind = KindId("aurora-instance");
    reader.parent = subnet;
    reader.properties["cluster"] = Value(cluster.text());
    reader.properties["role"] = Value("reader");
    if (const Value& type = context.graph.value(drawn.front(), "type"); !type.isNull())
        reader.properties["type"] = type;
    transaction.put(reader);
    const Value& stated = context.graph.block(cluster)->property("instances");
    const auto count = static_cast<std::int64_t>(drawn.size()) + 1;
    if (stated.isInteger() && stated.toInteger() < count) transaction.setProperty(cluster, "instances", count);
    finding.fix("add-reader", true,
                transaction.finish({"rule.aurora-one-instance.fix.reader",
                                    {{"name", name}, {"subnet", labelOf(context.graph, subnet)}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& cluster : context.graph.blocksOfKind("aurora-cluster")) {
        const std::vector<BlockId> drawn = context.graph.referrers(cluster, "cluster");
        const std::int64_t count = std::max<std::int64_t>(context.graph.value(cluster, "instances").toInteger(),
                                                          static_cast<std::int64_t>(drawn.size()));
        std::set<std::string> zones;
        bool allKnown = !drawn.empty() && static_cast<std::int64_t>(drawn.size()) == count;
        for (const BlockId& instance : drawn) {
            const std::string zone = context.graph.zoneOf(context.graph.positionSubnet(instance));
            allKnown = allKnown && !zone.empty();
            zones.insert(zone);
        }
        const bool isOneZone = count > 1 && allKnown && zones.size() == 1;
        if (count > 1 && !isOneZone) continue;
        auto finding = report.add(cluster);
        finding.with("name", labelOf(context.graph, cluster)).witness(texts(drawn));
        if (isOneZone) finding.variant("one-zone").with("zone", *zones.begin());
        addReader(context, cluster, drawn, zones, finding);
    }
}

}  // namespace

Rule auroraOneInstance()
{
    return {"aurora-one-instance", "resilience", Severity::Warning, Softening::ByProfile, check};
}

}  // namespace lintel::model::lint::rules
