#include "model/edit/transaction.h"
#include "model/lint/fixes/another_zone.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Works through a queue at its own pace: when it stops, work waits.
bool isQueueWorker(const Context& context, const BlockId& group)
{
    std::vector<BlockId> blocks = context.graph.membersOf(group);
    blocks.push_back(group);
    return std::any_of(blocks.begin(), blocks.end(), [&](const BlockId& block) {
        if (context.graph.value(block, "role").toString() == "worker") return true;
        const auto isQueue = [&](const BlockId& other) {
            return context.graph.isKind(other, "sqs") || context.graph.isKind(other, "kinesis");
        };
        const auto& out = context.graph.outgoing(block);
        return context.graph.references(group, "target-groups").empty() &&
               std::any_of(out.begin(), out.end(),
                           [&](const ConnectionId& link) { return isQueue(context.graph.connection(link)->to); });
    });
}

/// Empty as soon as one subnet's zone is not drawn.
std::set<std::string> zonesOf(const Context& context, const BlockId& group)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : context.graph.subnetsOf(group)) {
        std::string zone = context.graph.zoneOf(subnet);
        if (zone.empty()) return {};
        zones.insert(std::move(zone));
    }
    return zones;
}

void addZone(const Context& context, const BlockId& group, FindingBuilder& finding)
{
    const std::vector<BlockId> subnets = context.graph.references(group, "subnets");
    if (subnets.empty()) return;
    const auto side = context.routes.isPublic(subnets.front()) ? fixes::Side::Public : fixes::Side::Private;
    edit::Transaction transaction(context.document);
    const auto more = fixes::subnetInAnotherZone(context, subnets, side, transaction);
    if (!more) return;
    Value::List list = context.graph.value(group, "subnets").toList();
    list.emplace_back(more->subnet.text());
    transaction.setProperty(group, "subnets", Value(std::move(list)));
    finding.fix("add-zone", false,
                transaction.finish(
                    {"rule.asg-not-ha.fix.zone", {{"name", labelOf(context.graph, group)}, {"zone", more->zone}}}));
}

void checkMinimum(const Context& context, const BlockId& group, Report& report)
{
    const Value& least = context.graph.value(group, "min");
    if (context.profile != Profile::Production || !least.isInteger() || least.toInteger() >= 2) return;
    const std::string name = labelOf(context.graph, group);
    edit::Transaction transaction(context.document);
    transaction.setProperty(group, "min", 2);
    for (const char* key : {"desired", "max"})
        if (const Value& value = context.graph.value(group, key); value.isInteger() && value.toInteger() < 2)
            transaction.setProperty(group, key, 2);
    report.add(group)
        .variant("minimum")
        .with("name", name)
        .with("count", std::to_string(least.toInteger()))
        .fix("minimum-two", true, transaction.finish({"rule.asg-not-ha.fix.minimum", {{"name", name}}}));
}

void check(const Context& context, Report& report)
{
    for (const BlockId& group : context.graph.blocksOfKind("auto-scaling-group")) {
        if (isQueueWorker(context, group)) continue;
        const std::set<std::string> zones = zonesOf(context, group);
        if (zones.size() != 1) {
            checkMinimum(context, group, report);
            continue;
        }
        auto finding = report.add(group);
        finding.with("name", labelOf(context.graph, group))
            .with("zone", *zones.begin())
            .witness(texts(context.graph.subnetsOf(group)));
        addZone(context, group, finding);
    }
}

}  // namespace

Rule asgNotHa() { return {"asg-not-ha", "resilience", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
