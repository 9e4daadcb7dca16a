#include "model/layout/routing/kept_routes.h"

#include <algorithm>
#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kClearance = 4;
constexpr int kReach = 8;  ///< of a line's end from its block

Rect title(const BlockGeometry& container)
{
    return container.icon.united(container.name.rect).united(container.detail.rect);
}

Rect lineRect(Point a, Point b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x) + 1, std::abs(a.y - b.y) + 1};
}

}  // namespace

KeptRoutes::KeptRoutes(const Geometry& before, const Geometry& now) : m_before(before)
{
    std::unordered_map<BlockId, const BlockGeometry*> old;
    m_now.reserve(now.blocks.size());
    for (std::size_t i = 0; i < now.blocks.size(); ++i) {
        const BlockGeometry& block = now.blocks[i];
        const BlockGeometry* same = i < before.blocks.size() ? &before.blocks[i] : nullptr;
        if (!same || same->id != block.id) {
            // Something has come or gone: places in the list say nothing any more.
            if (old.empty())
                for (const BlockGeometry& each : before.blocks) old[each.id] = &each;
            const auto found = old.find(block.id);
            same = found == old.end() ? nullptr : found->second;
        }
        const bool isUnchanged = same && *same == block;
        m_now[block.id] = {&block, isUnchanged};
        if (!isUnchanged) m_changed.push_back(&block);
    }
}

const Route* KeptRoutes::find(const Connection& connection) const
{
    const Route* route = m_before.find(connection.id);
    if (!route || route->points.size() < 2 || !isUnchanged(connection.from) || !isUnchanged(connection.to))
        return nullptr;
    const auto reaches = [&](Point end, const BlockId& block) {
        return m_now.at(block).block->rect.adjusted(-kReach, -kReach, kReach, kReach).contains(end);
    };
    if (!reaches(route->points.front(), connection.from) || !reaches(route->points.back(), connection.to))
        return nullptr;
    for (std::size_t i = 1; i < route->points.size(); ++i)
        if (!isClear(lineRect(route->points[i - 1], route->points[i]), connection)) return nullptr;
    return route;
}

bool KeptRoutes::keepsLabel(const Route& route) const
{
    return std::none_of(m_changed.begin(), m_changed.end(), [&](const BlockGeometry* block) {
        return (block->isContainer ? title(*block) : block->rect).intersects(route.label.rect);
    });
}

bool KeptRoutes::isUnchanged(const BlockId& block) const
{
    const auto found = m_now.find(block);
    return found != m_now.end() && found->second.isUnchanged;
}

bool KeptRoutes::isClear(const Rect& area, const Connection& connection) const
{
    return std::none_of(m_changed.begin(), m_changed.end(), [&](const BlockGeometry* block) {
        const bool mayPass = block->isContainer && holdsAnEnd(block->id, connection);
        const Rect taken =
            mayPass ? title(*block) : block->rect.adjusted(-kClearance, -kClearance, kClearance, kClearance);
        return taken.intersects(area);
    });
}

bool KeptRoutes::holdsAnEnd(const BlockId& container, const Connection& connection) const
{
    for (const BlockId& end : {connection.from, connection.to})
        for (auto at = m_now.find(end); at != m_now.end(); at = m_now.find(at->second.block->parent))
            if (at->first == container) return true;
    return false;
}

}  // namespace lintel::model::layout
