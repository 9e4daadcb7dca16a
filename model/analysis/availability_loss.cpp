// What fails with a zone or a block.
#include "model/analysis/availability.h"

#include <algorithm>

namespace lintel::model::analysis {

bool Availability::survivesZone(const BlockId& unit, const std::string& zone) const
{
    const std::set<std::string>& zones = m_graph->zonesOf(unit);
    if (!zones.contains(zone)) return true;
    if (zones.size() == 1) return false;
    const BlockId place = m_graph->positionSubnet(unit);
    const bool isThere = !place.isEmpty() && m_graph->zoneOf(place) == zone;
    if (m_graph->isKind(unit, "rds-instance") || m_graph->isKind(unit, "rds-read-replica"))
        return m_graph->value(unit, "multi-az").toBool() || (!place.isEmpty() && !isThere);
    if (m_graph->isKind(unit, "elasticache")) {
        const bool hasReplica =
            m_graph->value(unit, "replicas").toInteger() > 0 || !m_graph->referrers(unit, "source").empty();
        return (hasReplica && m_graph->value(unit, "automatic-failover").toBool()) || (!place.isEmpty() && !isThere);
    }
    if (m_graph->isKind(unit, "aurora-cluster")) {
        const std::vector<BlockId> instances = m_graph->referrers(unit, "cluster");
        return instances.empty() ? m_graph->value(unit, "instances").toInteger() > 1
                                 : std::any_of(instances.begin(), instances.end(),
                                               [&](const BlockId& one) { return survivesZone(one, zone); });
    }
    // Everything else that names subnets of several zones runs in all of them; what is drawn in one runs there.
    return place.isEmpty() || !isThere || m_graph->fact(unit, "redundancy") == "regional";
}

std::set<BlockId> Availability::lostWithZone(const std::string& zone) const
{
    std::set<BlockId> lost;
    for (const std::vector<BlockId>* all : {&m_graph->blocksWithFlag("has-interface"), &m_units})
        for (const BlockId& block : *all)
            if (!survivesZone(block, zone)) lost.insert(block);
    return lost;
}

std::set<BlockId> Availability::lostWithBlock(const BlockId& block) const
{
    std::set<BlockId> lost{block};
    for (const BlockId& inside : m_graph->containment().descendants(block)) lost.insert(inside);
    return lost;
}

Loss Availability::lossOfZone(const std::string& zone) const
{
    Loss loss{lostWithZone(zone), {}, {}};
    for (const BlockId& subnet : m_graph->blocksOfKind("subnet"))
        if (m_graph->zoneOf(subnet) == zone) loss.subnets.insert(subnet);
    return loss;
}

Loss Availability::lossOfBlock(const BlockId& block) const
{
    Loss loss{lostWithBlock(block), {}, {}};
    for (const BlockId& one : loss.blocks)
        if (m_graph->isKind(one, "subnet")) loss.subnets.insert(one);
    for (const BlockId& unit : m_units) {
        const std::vector<BlockId> places = m_graph->subnetsOf(unit);
        const auto isLost = [&](const BlockId& subnet) { return loss.subnets.contains(subnet); };
        if (!places.empty() && std::all_of(places.begin(), places.end(), isLost)) loss.blocks.insert(unit);
    }
    return loss;
}

int Availability::copiesOf(const BlockId& unit) const
{
    const bool isGroup = m_graph->isKind(unit, "auto-scaling-group") || m_graph->isKind(unit, "eks-node-group");
    const bool isService = m_graph->isKind(unit, "ecs-service") || m_graph->isKind(unit, "eks-workload");
    if (!isGroup && !isService) return 1;
    constexpr const char* kSizes[] = {"replicas", "desired", "min"};
    for (const char* key : kSizes)
        if (const std::int64_t size = m_graph->value(unit, key).toInteger(0); size > 0)
            return static_cast<int>(std::min<std::int64_t>(size, 1'000'000));
    return 1;
}

int Availability::copiesLeft(const BlockId& unit, const std::set<BlockId>& lostSubnets) const
{
    const int copies = copiesOf(unit);
    const std::vector<BlockId> places = m_graph->subnetsOf(unit);
    if (copies == 1 || places.empty()) return copies;
    const int all = static_cast<int>(places.size());
    const auto lost = static_cast<int>(
        std::count_if(places.begin(), places.end(), [&](const BlockId& one) { return lostSubnets.contains(one); }));
    // Spread evenly; the places with one more than the others are the ones that fail.
    return copies - lost * (copies / all) - std::min(lost, copies % all);
}

}  // namespace lintel::model::analysis
