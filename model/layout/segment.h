#pragma once

#include "model/base/geometry.h"

#include <algorithm>
#include <cstdlib>

namespace lintel::model::layout {

/// On which side of the line from a to b a point lies: the sign of the area they span.
inline int side(Point a, Point b, Point p)
{
    const long area = static_cast<long>(b.x - a.x) * (p.y - a.y) - static_cast<long>(b.y - a.y) * (p.x - a.x);
    return area > 0 ? 1 : area < 0 ? -1 : 0;
}

/// True when the lines a-b and c-d pass through each other; touching is not crossing.
inline bool cross(Point a, Point b, Point c, Point d)
{
    if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x)) return false;
    if (std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) return false;
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/// True when the line from a to b goes through the rectangle.
inline bool passes(Point a, Point b, const Rect& rect)
{
    const Rect box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x) + 1, std::abs(a.y - b.y) + 1};
    if (!box.intersects(rect)) return false;
    const int first = side(a, b, rect.topLeft());
    return first == 0 || side(a, b, {rect.right(), rect.top()}) != first ||
           side(a, b, {rect.left(), rect.bottom()}) != first || side(a, b, {rect.right(), rect.bottom()}) != first;
}

}  // namespace lintel::model::layout
