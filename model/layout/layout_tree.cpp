#include "model/layout/layout_tree.h"

#include <algorithm>

namespace lintel::model::layout {

namespace {

bool mayBeNode(const catalogue::Kind& kind)
{
    const std::string& role = kind.fact("role");
    return role == "compute" || role == "dns" || role == "external";
}

bool isInsideHost(const LayoutNode& parent)
{
    return parent.kind && parent.kind->isContainer() && mayBeNode(*parent.kind) &&
           parent.kind->fact("role") != "external";
}

}  // namespace

LayoutTree::LayoutTree(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics)
    : m_document(document), m_catalogue(catalogue), m_metrics(metrics)
{
    m_nodes.resize(document.blocks.size() + 1);
    m_nodes[0].isContainer = true;
    int next = 1;
    for (const Block& block : m_document.blocks) {
        LayoutNode& node = (*this)[next];
        node.block = &block;
        node.kind = catalogue.kindOf(block);
        node.tier = tierOf(block, catalogue);
        node.isBorder = node.kind && node.kind->shape == catalogue::Shape::Border;
        m_index[block.id] = next++;
    }
    for (int i = 1; i < size(); ++i) {
        LayoutNode& node = (*this)[i];
        node.parent = std::max(0, find(node.block->parent));
        (*this)[node.parent].children.push_back(i);
    }
    for (int i = 1; i < size(); ++i) {
        LayoutNode& node = (*this)[i];
        const LayoutNode& parent = (*this)[node.parent];
        node.isContainer = !node.children.empty() || (node.kind && node.kind->isContainer() && !mayBeNode(*node.kind));
        node.isBorder = node.isBorder && node.parent != 0;
        node.isCompact = !node.isContainer && !node.isBorder &&
                         (isQuiet(*node.block, catalogue) || isInsideHost(parent) || node.kindName() == "target-group");
        if (const Placement* placement = m_document.placements.find(placementId(node.block->id))) {
            node.isPlaced = !placement->rect.isEmpty();
            node.isPinned = node.isPlaced && placement->pinned;
            if (node.isPlaced) node.rect = placement->rect;
        }
    }
    // Whatever holds something pinned stays as well, or the pinned block would move with it.
    for (int i = 1; i < size(); ++i) {
        if (!(*this)[i].isPinned) continue;
        for (int up = (*this)[i].parent; up > 0; up = (*this)[up].parent) (*this)[up].isPinned = (*this)[up].isPlaced;
    }
    connect();
    findSatellites();
}

void LayoutTree::connect()
{
    for (const Connection& connection : m_document.connections) {
        const int from = find(connection.from);
        const int to = find(connection.to);
        if (from <= 0 || to <= 0 || from == to) continue;
        (*this)[from].neighbours.push_back(to);
        (*this)[to].neighbours.push_back(from);
    }
}

void LayoutTree::findSatellites()
{
    for (int i = 1; i < size(); ++i) {
        if (!(*this)[i].isCompact) continue;
        std::vector<int> hosts;
        for (const int other : (*this)[i].neighbours) {
            const LayoutNode& host = (*this)[other];
            if (host.parent != (*this)[i].parent || host.isCompact || host.isBorder) continue;
            if (std::find(hosts.begin(), hosts.end(), other) == hosts.end()) hosts.push_back(other);
        }
        // A target group behind two load balancers stands below the first; what serves several equally, apart.
        if (hosts.empty() || (hosts.size() > 1 && (*this)[i].kindName() != "target-group")) continue;
        (*this)[i].isSatellite = true;
        (*this)[hosts.front()].satellites.push_back(i);
    }
}

int LayoutTree::find(const BlockId& id) const
{
    const auto found = m_index.find(id);
    return found == m_index.end() ? -1 : found->second;
}

Point LayoutTree::originOf(int index) const
{
    Point origin;
    for (int at = index; at > 0; at = (*this)[at].parent) origin = origin + (*this)[at].rect.topLeft();
    return origin;
}

bool LayoutTree::isWithin(int node, int ancestor) const
{
    for (int at = node; at >= 0; at = (*this)[at].parent)
        if (at == ancestor) return true;
    return false;
}

}  // namespace lintel::model::layout
