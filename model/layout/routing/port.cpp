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

/// A chip: its icon and the name beside it.
std::vector<Side> chipSidesOf(const BlockGeometry& block)
{
    const Rect& icon = block.icon;
    const Rect& name = block.name.rect;
    const int top = icon.top() + kInkGap, bottom = icon.bottom() - kInkGap;
    return {{kRight, block.rect.right(), name.right() + kInkGap, top, bottom},
            {kLeft, block.rect.left(), icon.left() - kInkGap, top, bottom},
            {kDown, block.rect.bottom(), icon.bottom() + kInkGap, icon.left() + kInkGap, icon.right() - kInkGap},
            {kDown, block.rect.bottom(), name.bottom() + 1, name.left(), name.right()},
            {kUp, block.rect.top(), icon.top() - kInkGap, icon.left() + kInkGap, icon.right() - kInkGap},
            {kUp, block.rect.top(), name.top() - 1, name.left(), name.right()}};
}

/// Beside, above and below an icon; right of a gateway's only above its name.
std::vector<Side> inkSidesOf(const BlockGeometry& block)
{
    const Rect& icon = block.icon;
    const bool isNameBeside = !block.name.lines.empty() && block.name.rect.x >= icon.right();
    if (isNameBeside && !block.onBorder) return chipSidesOf(block);
    const int below =
        isNameBeside ? icon.bottom() : std::max({icon.bottom(), block.name.rect.bottom(), block.detail.rect.bottom()});
    const int left = icon.left() + kCornerDistance, right = icon.right() - kCornerDistance;
    const int top = icon.top() + kCornerDistance, bottom = icon.bottom() - kCornerDistance;
    return {{kRight, block.rect.right(), icon.right() + kInkGap, top,
             isNameBeside ? block.name.rect.top() - kInkGap : bottom},
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
