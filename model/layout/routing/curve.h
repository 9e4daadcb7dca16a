#pragma once

#include "model/layout/routing/route_grid.h"

#include <vector>

namespace lintel::model::layout {

/// The path through the corners with a curve for each, as wide as the segments beside it allow and as it stays clear
/// of blocks and text: cubic Bézier curves one after the other (the start, then two control points and an end for
/// each). Straight stretches are such curves as well.
std::vector<Point> curveThrough(const std::vector<Point>& corners, const RouteGrid& grid);

}  // namespace lintel::model::layout
