#pragma once

#include "model/base/geometry.h"

#include <vector>

namespace lintel::model::layout {

/// The plainest orthogonal path between two rectangles, whatever stands in between.
std::vector<Point> elbow(const Rect& from, const Rect& to);

/// An orthogonal path through corners that the user has set.
std::vector<Point> throughWaypoints(const Rect& from, const Rect& to, const std::vector<Point>& waypoints);

/// The same path without repeated points and points in the middle of a line.
std::vector<Point> straightened(std::vector<Point> points);

}  // namespace lintel::model::layout
