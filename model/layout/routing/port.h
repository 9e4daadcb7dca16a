#pragma once

#include "model/layout/routing/route_grid.h"

#include <vector>

namespace lintel::model::layout {

/// Directions in the order right, down, left, up.
inline constexpr int kRight = 0, kDown = 1, kLeft = 2, kUp = 3;
constexpr bool isAcross(int direction) { return direction == kRight || direction == kLeft; }

/// One point of a block where a connection may leave or arrive.
struct Port {
    Point end;               ///< where the line touches: the border of a container, the ink of any other block
    int cell = 0;            ///< the first cell outside
    int direction = kRight;  ///< from the end to the cell
    int cost = 0;            ///< more away from the middle of the side
};

/// The ports of a block. Containers have them all around their border (`fromInside`: for a container whose other
/// end is inside it), other blocks on the sides of their icon and under their label, so that an arrow points at
/// something that is seen.
std::vector<Port> portsOf(const BlockGeometry& block, const RouteGrid& grid, bool fromInside);

}  // namespace lintel::model::layout
