#pragma once

#include "model/layout/geometry.h"

#include <vector>

namespace lintel::model::layout {

/// A line from middle to middle with a corner at each waypoint, cut off where it meets the icon or the text of either
/// block (a container's border). `aside` moves it off the middles, to its right, so that several between the same
/// two do not cover each other; waypoints are kept as they are.
std::vector<Point> straightLine(const BlockGeometry& from, const BlockGeometry& to, const std::vector<Point>& waypoints,
                                int aside);

}  // namespace lintel::model::layout
