#include "exporters/markdown/block_roles.h"

#include <algorithm>
#include <array>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::graph::ArchitectureGraph;

constexpr std::array<std::string_view, 6> kStoring{"database", "cache", "broker", "storage", "queue", "stream"};

bool isStoring(std::string_view role) { return std::find(kStoring.begin(), kStoring.end(), role) != kStoring.end(); }

bool isSoftware(const ArchitectureGraph& graph, const BlockId& id)
{
    const model::Block* block = graph.block(id);
    return block && graph.catalogue().flag(*block, "software");
}

}  // namespace

std::string roleOf(const ArchitectureGraph& graph, const BlockId& id)
{
    if (graph.isKind(id, "ec2-instance"))
        if (const std::string role = graph.block(id)->property("role").scalarText(); !role.empty()) return role;
    return graph.fact(id, "role");
}

std::string tierOf(const ArchitectureGraph& graph, const model::Block& block)
{
    const std::string role = roleOf(graph, block.id);
    if (block.kind.text() == "ec2-instance") {
        if (isStoring(role) || role == "search") return "data";
        if (role == "proxy" || role == "nat" || role == "bastion") return "public";
        if (role == "monitoring") return "observability";
        if (role == "build") return "delivery";
    }
    return graph.catalogue().fact(block, "tier");
}

bool isStore(const ArchitectureGraph& graph, const BlockId& id)
{
    if (!isStoring(roleOf(graph, id))) return false;
    const auto& inside = graph.containment().children(id);
    return std::none_of(inside.begin(), inside.end(), [&](const BlockId& child) { return isStore(graph, child); });
}

bool isCopy(const ArchitectureGraph& graph, const BlockId& id)
{
    return !graph.reference(id, "source").isEmpty() || !graph.reference(id, "cluster").isEmpty();
}

bool isCompute(const ArchitectureGraph& graph, const BlockId& id)
{
    const std::string role = graph.fact(id, "role");
    if (role == "compute" || role == "function") return true;
    return isSoftware(graph, id) && graph.hostOf(id) == id && role == "software";
}

std::string onlyZoneOf(const ArchitectureGraph& graph, const BlockId& id)
{
    const BlockId subnet = graph.positionSubnet(graph.hostOf(id));
    if (!subnet.isEmpty()) return graph.zoneOf(subnet);
    const std::set<std::string> zones = graph.zonesOf(id);
    return zones.size() == 1 ? *zones.begin() : std::string();
}

}  // namespace lintel::exporters::markdown
