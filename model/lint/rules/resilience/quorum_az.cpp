#include "model/lint/fixes/another_zone.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <map>

namespace lintel::model::lint::rules {

namespace {

using ByZone = std::map<std::string, std::vector<BlockId>>;

/// Members by zone; empty when somebody's zone is not drawn.
ByZone byZone(const Context& context, const std::vector<BlockId>& members)
{
    ByZone zones;
    for (const BlockId& member : members) {
        const std::set<std::string> own = context.graph.zonesOf(member);
        if (own.size() != 1) return {};
        zones[*own.begin()].push_back(member);
    }
    return zones;
}

std::string spread(const ByZone& zones)
{
    std::string text;
    for (const auto& [zone, members] : zones)
        text += (text.empty() ? "" : " / ") + zone + " " + std::to_string(members.size());
    return text;
}

/// MongoDB elects by majority of all members, so a fourth one only adds somebody who may fail. Brokers of Kafka come in
/// any number from three.
bool isBadNumber(const Context& context, const analysis::ReplicaGroup& group)
{
    const std::vector<BlockId> inside = context.graph.containment().descendants(group.members.front());
    const auto isKafka = [&](const BlockId& id) { return context.graph.isKind(id, "kafka"); };
    const bool ofKafka = isKafka(group.members.front()) || std::any_of(inside.begin(), inside.end(), isKafka);
    return group.members.size() < 3 || (group.members.size() % 2 == 0 && !ofKafka);
}

/// One member of the fullest zone goes to a zone where nobody is.
void addFix(const Context& context, const ByZone& zones, const std::vector<BlockId>& crowded, FindingBuilder& finding)
{
    std::vector<BlockId> subnets;
    for (const auto& [zone, members] : zones)
        for (const BlockId& member : members)
            if (const BlockId place = context.graph.positionSubnet(member); !place.isEmpty()) subnets.push_back(place);
    const Block* moved = context.graph.block(crowded.back());
    if (!moved || moved->parent != context.graph.positionSubnet(moved->id)) return;
    edit::Transaction transaction(context.document);
    const auto home = fixes::subnetInAnotherZone(context, subnets, fixes::Side::Private, transaction);
    if (!home) return;
    Block block = *moved;
    block.parent = home->subnet;
    transaction.put(std::move(block));
    if (transaction.placement(placementId(moved->id))) transaction.remove(placementId(moved->id));
    finding.fix("third-zone", false,
                transaction.finish({"rule.quorum-az.fix.move", {{"name", moved->label()}, {"zone", home->zone}}}));
}

void checkGroup(const Context& context, const analysis::ReplicaGroup& group, Report& report)
{
    const ByZone zones = byZone(context, group.members);
    const auto fullest = std::max_element(
        zones.begin(), zones.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    const bool losesMajority =
        fullest != zones.end() && static_cast<int>(group.members.size() - fullest->second.size()) < group.needed;
    const bool isBad = isBadNumber(context, group);
    if (!isBad && !losesMajority) return;
    auto finding = report.add(texts(group.members));
    finding.with("members", labelsOf(context.graph, group.members))
        .with("count", std::to_string(group.members.size()))
        .with("needed", std::to_string(group.needed))
        .witness(texts(group.members));
    if (isBad) return;
    finding.variant("zones").with("zone", fullest->first).with("spread", spread(zones));
    addFix(context, zones, fullest->second, finding);
}

void check(const Context& context, Report& report)
{
    // Only these elect; most designs have neither, and need not be asked at all.
    if (context.graph.blocksOfKind("mongodb").empty() && context.graph.blocksOfKind("kafka").empty()) return;
    for (const analysis::ReplicaGroup& group : context.availability().groups())
        if (group.needed > 1 && group.members.size() > 1) checkGroup(context, group, report);
}

}  // namespace

Rule quorumAz() { return {"quorum-az", "resilience", Severity::Error, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
