#include "model/layout/routing/port.h"

#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kCornerDistance = 8;
constexpr int kOffCentreCost = 3;
constexpr int kClear = 5;  ///< the cells a block keeps free around itself end here

void addSide(std::vector<Port>& ports, const Rect& rect, const RouteGrid& grid, int direction, bool fromInside)
{
    const bool across = direction == kRight || direction == kLeft;
    const int low = across ? rect.top() : rect.left();
    const int high = across ? rect.bottom() : rect.right();
    const int middle = (low + high) / 2;
    const int margin = std::min(kCornerDistance, (high - low) / 4);
    const int outward = fromInside ? -1 : 1;
    const int edge = direction == kRight ? rect.right() : direction == kLeft ? rect.left() : direction == kDown ? rect.bottom() : rect.top();
    const int sign = (direction == kRight || direction == kDown ? 1 : -1) * outward;
    // The nearest grid line that is far enough from the edge.
    const int least = edge + sign * kClear;
    const int snapped = across ? grid.snapX(least) : grid.snapY(least);
    const int line = sign > 0 || snapped == least ? snapped : snapped - grid.step();
    const int first = across ? grid.snapY(low + margin) : grid.snapX(low + margin);
    for (int at = first; at <= high - margin; at += grid.step()) {
        const Point outside = across ? Point{line, at} : Point{at, line};
        if (!grid.isInside(outside)) continue;
        const int cell = grid.cellAt(grid.columnOf(outside.x), grid.rowOf(outside.y));
        if (grid.isBlocked(cell)) continue;
        const int towards = fromInside ? (direction + 2) % 4 : direction;
        ports.push_back({across ? Point{edge, at} : Point{at, edge}, cell, towards,
                         kOffCentreCost * std::abs(at - middle) / grid.step()});
    }
}

}  // namespace

std::vector<Port> portsOf(const Rect& rect, const RouteGrid& grid, bool fromInside)
{
    std::vector<Port> ports;
    for (const int direction : {kRight, kDown, kLeft, kUp}) addSide(ports, rect, grid, direction, fromInside);
    return ports;
}

}  // namespace lintel::model::layout
