#include "model/layout/routing/port.h"

#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kCornerDistance = 8;
constexpr int kOffCentreCost = 4;
constexpr int kUnderLabelCost = 20;  ///< an icon's side is a better place to arrive than the space below its name
constexpr int kClear = 5;            ///< the cells a block keeps free around itself end here
constexpr int kInkGap = 3;           ///< between a line's end and the icon or the label

/// One side of a block: where lines end, and between which coordinates.
struct Side {
    int direction;
    int edge;  ///< of the whole block; the first free cell lies beyond it
    int end;
    int low;
    int high;
    int cost = 0;
};

std::vector<Side> bordersOf(const Rect& rect)
{
    const int marginX = std::min(kCornerDistance, rect.width / 4);
    const int marginY = std::min(kCornerDistance, rect.height / 4);
    const int left = rect.left() + marginX, right = rect.right() - marginX;
    const int top = rect.top() + marginY, bottom = rect.bottom() - marginY;
    return {{kRight, rect.right(), rect.right(), top, bottom},
            {kDown, rect.bottom(), rect.bottom(), left, right},
            {kLeft, rect.left(), rect.left(), top, bottom},
            {kUp, rect.top(), rect.top(), left, right}};
}

/// Beside the icon; where the name stands there, beside the name, or above it when it hangs on the lower half.
std::vector<Side> inkSidesOf(const BlockGeometry& block)
{
    const Rect& icon = block.icon;
    const bool isNameBeside = !block.name.lines.empty() && block.name.rect.x >= icon.right();
    const int below = isNameBeside ? icon.bottom() : std::max({icon.bottom(), block.name.rect.bottom(), block.detail.rect.bottom()});
    const int margin = std::min(kCornerDistance, icon.width / 4);
    const int left = icon.left() + margin, right = icon.right() - margin;
    const int top = icon.top() + margin, bottom = icon.bottom() - margin;
    Side east{kRight, block.rect.right(), icon.right() + kInkGap, top, bottom};
    if (isNameBeside && block.onBorder) east.high = block.name.rect.top() - kInkGap;
    else if (isNameBeside) east.end = block.name.rect.right() + kInkGap;
    return {east,
            {kDown, block.rect.bottom(), below + kInkGap, left, right, isNameBeside ? 0 : kUnderLabelCost},
            {kLeft, block.rect.left(), icon.left() - kInkGap, top, bottom},
            {kUp, block.rect.top(), icon.top() - kInkGap, left, right}};
}

void addSide(std::vector<Port>& ports, const Side& side, const RouteGrid& grid, bool fromInside)
{
    const bool across = isAcross(side.direction);
    const int sign = (side.direction == kRight || side.direction == kDown) != fromInside ? 1 : -1;
    // The nearest grid line that is far enough from the edge.
    const int least = side.edge + sign * kClear;
    const int snapped = across ? grid.snapX(least) : grid.snapY(least);
    const int line = sign > 0 || snapped == least ? snapped : snapped - grid.step();
    const int middle = (side.low + side.high) / 2;
    for (int at = across ? grid.snapY(side.low) : grid.snapX(side.low); at <= side.high; at += grid.step()) {
        const Point outside = across ? Point{line, at} : Point{at, line};
        if (!grid.isInside(outside)) continue;
        const int cell = grid.cellAt(grid.columnOf(outside.x), grid.rowOf(outside.y));
        if (grid.isBlocked(cell)) continue;
        const int towards = fromInside ? (side.direction + 2) % 4 : side.direction;
        ports.push_back({across ? Point{side.end, at} : Point{at, side.end}, cell, towards,
                         side.cost + kOffCentreCost * std::abs(at - middle) / grid.step()});
    }
}

}  // namespace

std::vector<Port> portsOf(const BlockGeometry& block, const RouteGrid& grid, bool fromInside)
{
    std::vector<Port> ports;
    const auto sides = block.isContainer || block.icon.isEmpty() ? bordersOf(block.rect) : inkSidesOf(block);
    for (const Side& side : sides) addSide(ports, side, grid, fromInside);
    return ports;
}

}  // namespace lintel::model::layout
