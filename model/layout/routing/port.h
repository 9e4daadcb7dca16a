#pragma once

#include "model/layout/routing/route_grid.h"

#include <vector>

namespace lintel::model::layout {

/// Directions in the order right, down, left, up.
inline constexpr int kRight = 0, kDown = 1, kLeft = 2, kUp = 3;

/// One point of a block's border where a connection may leave or arrive.
struct Port {
    Point border;   ///< on the block's edge
    int cell = 0;   ///< the first cell outside
    int direction = kRight;  ///< from the edge to the cell
    int cost = 0;   ///< more away from the middle of the side
};

/// The ports of a rectangle. `fromInside`: for a container whose other end is inside it.
std::vector<Port> portsOf(const Rect& rect, const RouteGrid& grid, bool fromInside);

}  // namespace lintel::model::layout
