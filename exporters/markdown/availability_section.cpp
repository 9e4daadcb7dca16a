#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/sections.h"

#include <algorithm>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::graph::ArchitectureGraph;

/// What the loss of one zone does to the blocks that lie in it alone.
struct ZoneLoss {
    std::vector<BlockId> stopped;    ///< nothing takes their place
    std::vector<BlockId> takenOver;  ///< a standby, a replica or a fellow target goes on
};

bool survivesElsewhere(const ArchitectureGraph& graph, const std::vector<BlockId>& fellows, const std::string& zone)
{
    return std::any_of(fellows.begin(), fellows.end(), [&](const BlockId& fellow) {
        const std::string other = onlyZoneOf(graph, fellow);
        return !other.empty() && other != zone;
    });
}

// Managed stores that fail over by themselves; a mere read replica does not.
bool hasStandby(const ArchitectureGraph& graph, const BlockId& id, const std::string& zone)
{
    if (graph.isKind(id, "rds-instance")) return graph.value(id, "multi-az").toBool();
    if (graph.isKind(id, "elasticache"))
        return graph.value(id, "automatic-failover").toBool() &&
               survivesElsewhere(graph, graph.referrers(id, "source"), zone);
    if (const BlockId cluster = graph.reference(id, "cluster"); !cluster.isEmpty())
        return survivesElsewhere(graph, graph.referrers(cluster, "cluster"), zone);
    // A lost copy costs reads or spare capacity, not the data.
    return !graph.reference(id, "source").isEmpty();
}

// Fellow targets of a load balancer, or of an Auto Scaling group.
bool hasFellow(const ArchitectureGraph& graph, const BlockId& id, const std::string& zone)
{
    const BlockId host = graph.hostOf(id);
    for (const BlockId& balancer : graph.loadBalancers()) {
        std::vector<BlockId> fellows;
        bool isTarget = false;
        const auto targets = graph.targetsOf(balancer);
        for (const model::graph::Target& target : targets)
            isTarget = isTarget || target.block == id || target.block == host;
        if (!isTarget) continue;
        // Only those of the same target group do the same work.
        std::set<BlockId> groups;
        for (const model::graph::Target& target : targets)
            if (target.block == id || target.block == host) groups.insert(target.group);
        for (const model::graph::Target& target : targets)
            if (groups.contains(target.group) && target.block != id) fellows.push_back(target.block);
        if (survivesElsewhere(graph, fellows, zone)) return true;
    }
    const BlockId group = graph.reference(host, "auto-scaling-group");
    if (group.isEmpty()) return false;
    if (survivesElsewhere(graph, graph.membersOf(group), zone)) return true;
    const std::set<std::string> zones = graph.zonesOf(group);
    return zones.size() > 1;
}

// Of a host with stores inside, the stores are told; of other hosts, the host.
bool isToldOf(const ArchitectureGraph& graph, const BlockId& id)
{
    if (isStore(graph, id)) return true;
    if (!isCompute(graph, id)) return false;
    const auto inside = graph.containment().descendants(id);
    return std::none_of(inside.begin(), inside.end(), [&](const BlockId& each) { return isStore(graph, each); });
}

ZoneLoss lossOf(const ArchitectureGraph& graph, const std::string& zone)
{
    ZoneLoss loss;
    for (const model::Block& block : graph.document().blocks) {
        if (!isToldOf(graph, block.id) || onlyZoneOf(graph, block.id) != zone) continue;
        const bool goesOn = hasStandby(graph, block.id, zone) || hasFellow(graph, block.id, zone);
        (goesOn ? loss.takenOver : loss.stopped).push_back(block.id);
    }
    return loss;
}

}  // namespace

std::string availabilitySection(const Source& source)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : source.graph.blocksOfKind("subnet"))
        if (std::string zone = source.graph.zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    if (zones.empty()) return {};
    MarkdownTable table(
        {source.text("column.zone-lost"), source.text("column.stops"), source.text("column.taken-over")});
    std::vector<BlockId> alone;
    for (const std::string& zone : zones) {
        const ZoneLoss loss = lossOf(source.graph, zone);
        alone.insert(alone.end(), loss.stopped.begin(), loss.stopped.end());
        const std::string none = source.text("availability.nothing");
        table.add({source.written(zone), loss.stopped.empty() ? none : source.names(loss.stopped, 12),
                   loss.takenOver.empty() ? none : source.names(loss.takenOver, 12)});
    }
    std::string text = source.heading("availability.title") + table.text();
    text += alone.empty() ? source.text("availability.no-single")
                          : source.text("availability.single", {{"list", source.names(alone, 12)}});
    return text + "\n\n";
}

}  // namespace lintel::exporters::markdown
