#include "rendering/canvas/tools/neighbour.h"

#include <cstdlib>
#include <limits>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

/// How far away, with sideways distance counting double; nothing when it is not in the direction.
long cost(const Rect& from, const Rect& to, Direction direction)
{
    const Point a = from.center();
    const Point b = to.center();
    long ahead = 0;
    long aside = 0;
    switch (direction) {
        case Direction::Left:
            ahead = a.x - b.x;
            aside = b.y - a.y;
            break;
        case Direction::Right:
            ahead = b.x - a.x;
            aside = b.y - a.y;
            break;
        case Direction::Up:
            ahead = a.y - b.y;
            aside = b.x - a.x;
            break;
        case Direction::Down:
            ahead = b.y - a.y;
            aside = b.x - a.x;
            break;
    }
    aside = std::labs(aside);
    if (ahead <= 0 || aside > 2 * ahead) return std::numeric_limits<long>::max();
    return ahead + 2 * aside;
}

bool holds(const layout::Geometry& geometry, const BlockId& outer, const layout::BlockGeometry* inner)
{
    for (; inner; inner = geometry.find(inner->parent))
        if (inner->id == outer) return true;
    return false;
}

}  // namespace

BlockId neighbourOf(const layout::Geometry& geometry, const BlockId& from, Direction direction)
{
    const layout::BlockGeometry* start = geometry.find(from);
    if (!start) return geometry.blocks.empty() ? BlockId() : geometry.blocks.front().id;
    for (const bool onlySiblings : {true, false}) {
        BlockId best;
        long bestCost = std::numeric_limits<long>::max();
        for (const layout::BlockGeometry& block : geometry.blocks) {
            if (onlySiblings && block.parent != start->parent) continue;
            if (holds(geometry, block.id, start) || holds(geometry, from, &block)) continue;
            const long candidate = cost(start->rect, block.rect, direction);
            if (candidate >= bestCost) continue;
            best = block.id;
            bestCost = candidate;
        }
        if (!best.isEmpty()) return best;
    }
    return {};
}

}  // namespace lintel::rendering::canvas
