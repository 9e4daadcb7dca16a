#include "exporters/markdown/failures.h"

#include "exporters/markdown/block_roles.h"

#include <algorithm>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::Availability;
using model::analysis::Fate;
using model::analysis::FlowFate;
using model::graph::ArchitectureGraph;

// Of a host with stores inside, the stores are told; of other hosts, the host.
bool isToldOf(const ArchitectureGraph& graph, const BlockId& id)
{
    if (isStore(graph, id)) return true;
    if (!isCompute(graph, id) || graph.hostOf(id) != id) return false;
    const auto inside = graph.containment().descendants(id);
    return std::none_of(inside.begin(), inside.end(), [&](const BlockId& each) { return isStore(graph, each); });
}

// Named by what people know: the broker, not the machine under it.
void addStores(const ArchitectureGraph& graph, const BlockId& id, std::set<BlockId>& into)
{
    bool hasStore = false;
    for (const BlockId& each : graph.containment().descendants(id))
        if (isStore(graph, each)) {
            into.insert(each);
            hasStore = true;
        }
    if (!hasStore) into.insert(id);
}

bool isPartOfCluster(const ArchitectureGraph& graph, const std::vector<BlockId>& members)
{
    return std::any_of(members.begin(), members.end(),
                       [&](const BlockId& id) { return !graph.reference(id, "cluster").isEmpty(); });
}

// A cluster loses one of its members and goes on with the others.
void addCluster(const ArchitectureGraph& graph, const BlockId& member, const std::set<BlockId>& lost,
                ZoneFailure& failure)
{
    Reduced reduced{{graph.reference(member, "cluster")}, 0, 0};
    for (const BlockId& each : graph.referrers(reduced.members.front(), "cluster")) {
        ++reduced.before;
        if (!lost.contains(each)) ++reduced.left;
    }
    const bool isKnown = std::any_of(failure.reduced.begin(), failure.reduced.end(),
                                     [&](const Reduced& one) { return one.members == reduced.members; });
    if (!isKnown && reduced.left > 0) failure.reduced.push_back(std::move(reduced));
}

// Stores that lie in the zone alone, and yet neither stop nor shrink: they fail over.
void addTakenOver(const ArchitectureGraph& graph, ZoneFailure& failure)
{
    std::set<BlockId> told(failure.stopped.begin(), failure.stopped.end());
    told.insert(failure.cutOff.begin(), failure.cutOff.end());
    for (const Reduced& one : failure.reduced) told.insert(one.members.begin(), one.members.end());
    for (const model::Block& block : graph.document().blocks)
        if (isStore(graph, block.id) && !isCopy(graph, block.id) && !told.contains(block.id) &&
            onlyZoneOf(graph, block.id) == failure.zone)
            failure.takenOver.push_back(block.id);
}

ZoneFailure failureOf(const std::string& zone, const ArchitectureGraph& graph, const Availability& availability)
{
    ZoneFailure failure{zone, {}, {}, {}, {}};
    const auto loss = availability.lossOfZone(zone);
    std::set<BlockId> stopped;
    std::set<BlockId> told;
    for (const FlowFate& flow : availability.without(loss)) {
        const auto& members = flow.group.members;
        told.insert(members.begin(), members.end());
        const bool isLost =
            std::any_of(members.begin(), members.end(), [&](const BlockId& id) { return loss.blocks.contains(id); });
        if (flow.fate == Fate::Degrades)
            failure.reduced.push_back({members, flow.capacityLeft, flow.capacityBefore});
        else if (flow.fate == Fate::Dies && isPartOfCluster(graph, members))
            addCluster(graph, members.front(), loss.blocks, failure);
        else if (flow.fate == Fate::Dies && isLost)
            for (const BlockId& id : members) addStores(graph, id, stopped);
        else if (flow.fate == Fate::Dies)
            failure.cutOff.insert(failure.cutOff.end(), members.begin(), members.end());
    }
    for (const BlockId& id : loss.blocks) {
        if (told.contains(id) || told.contains(graph.hostOf(id)) || !isToldOf(graph, id)) continue;
        if (!graph.reference(id, "cluster").isEmpty())
            addCluster(graph, id, loss.blocks, failure);
        else if (!isCopy(graph, id))
            stopped.insert(id);
    }
    failure.stopped.assign(stopped.begin(), stopped.end());
    addTakenOver(graph, failure);
    return failure;
}

}  // namespace

std::vector<ZoneFailure> zoneFailures(const ArchitectureGraph& graph, const Availability& availability)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : graph.blocksOfKind("subnet"))
        if (std::string zone = graph.zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    std::vector<ZoneFailure> failures;
    for (const std::string& zone : zones) failures.push_back(failureOf(zone, graph, availability));
    return failures;
}

std::vector<model::analysis::SinglePoint> singlePointsOf(const ArchitectureGraph& graph,
                                                         const Availability& availability)
{
    std::vector<model::analysis::SinglePoint> points;
    for (auto& point : availability.singlePoints()) {
        if (graph.zonesOf(point.block).size() > 1) continue;
        std::erase_if(point.cutsOff, [&](const BlockId& id) {
            return graph.reference(id, "cluster") == point.block || graph.hostOf(id) == point.block;
        });
        if (!point.cutsOff.empty()) points.push_back(point);
    }
    return points;
}

}  // namespace lintel::exporters::markdown
