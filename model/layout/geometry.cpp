#include "model/layout/geometry.h"

#include <algorithm>
#include <cmath>

namespace lintel::model::layout {

namespace {

/// A part of a cubic Bézier curve, from 0 to 1.
Point onCurve(const Point* control, double part)
{
    const double rest = 1 - part;
    const double weights[] = {rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part};
    double x = 0;
    double y = 0;
    for (int i = 0; i < 4; ++i) {
        x += weights[i] * control[i].x;
        y += weights[i] * control[i].y;
    }
    return {static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))};
}

}  // namespace

std::vector<Point> Route::polyline() const
{
    if (curve.empty()) return points;
    constexpr int kSteps = 8;
    std::vector<Point> line{curve.front()};
    for (std::size_t i = 0; i + 3 < curve.size(); i += 3) {
        const Point* control = &curve[i];
        const bool isStraight =
            (control[0].x == control[3].x && control[1].x == control[0].x && control[2].x == control[0].x) ||
            (control[0].y == control[3].y && control[1].y == control[0].y && control[2].y == control[0].y);
        for (int step = isStraight ? kSteps : 1; step <= kSteps; ++step) {
            const Point next = onCurve(control, static_cast<double>(step) / kSteps);
            if (next != line.back()) line.push_back(next);
        }
    }
    return line;
}

const BlockGeometry* Geometry::find(const BlockId& id) const
{
    const auto found =
        std::find_if(blocks.begin(), blocks.end(), [&](const BlockGeometry& block) { return block.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

const Route* Geometry::find(const ConnectionId& id) const
{
    const auto found =
        std::lower_bound(routes.begin(), routes.end(), id,
                         [](const Route& route, const ConnectionId& wanted) { return route.id < wanted; });
    return found == routes.end() || found->id != id ? nullptr : &*found;
}

}  // namespace lintel::model::layout
