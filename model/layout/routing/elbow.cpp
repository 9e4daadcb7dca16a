#include "model/layout/routing/elbow.h"

namespace lintel::model::layout {

namespace {

/// Where a line from a waypoint meets the rectangle: straight if it can, else at the middle of the nearer side.
Point borderPoint(const Rect& rect, Point towards)
{
    if (towards.x >= rect.left() && towards.x <= rect.right())
        return {towards.x, towards.y < rect.center().y ? rect.top() : rect.bottom()};
    const int x = towards.x < rect.left() ? rect.left() : rect.right();
    return {x, towards.y >= rect.top() && towards.y <= rect.bottom() ? towards.y : rect.center().y};
}

}  // namespace

std::vector<Point> elbow(const Rect& from, const Rect& to)
{
    const Point a = from.center();
    const Point b = to.center();
    if (to.left() >= from.right() || to.right() <= from.left()) {
        const bool rightwards = to.left() >= from.right();
        const int start = rightwards ? from.right() : from.left();
        const int end = rightwards ? to.left() : to.right();
        const int middle = (start + end) / 2;
        return straightened({{start, a.y}, {middle, a.y}, {middle, b.y}, {end, b.y}});
    }
    const bool downwards = b.y >= a.y;
    const int start = downwards ? from.bottom() : from.top();
    const int end = downwards ? to.top() : to.bottom();
    const int middle = (start + end) / 2;
    return straightened({{a.x, start}, {a.x, middle}, {b.x, middle}, {b.x, end}});
}

std::vector<Point> throughWaypoints(const Rect& from, const Rect& to, const std::vector<Point>& waypoints)
{
    std::vector<Point> points{borderPoint(from, waypoints.front())};
    const auto go = [&](Point stop, bool downFirst) {
        const Point last = points.back();
        if (last.x != stop.x && last.y != stop.y)
            points.push_back(downFirst ? Point{last.x, stop.y} : Point{stop.x, last.y});
        points.push_back(stop);
    };
    for (const Point waypoint : waypoints) {
        const bool comesDown = points.size() > 1 && points.back().x == points[points.size() - 2].x;
        go(waypoint, comesDown);
    }
    // A border point that is not straight ahead lies at the middle of a side: the line arrives across.
    go(borderPoint(to, waypoints.back()), true);
    return straightened(std::move(points));
}

std::vector<Point> straightened(std::vector<Point> points)
{
    std::vector<Point> result;
    for (const Point point : points) {
        if (!result.empty() && result.back() == point) continue;
        if (result.size() > 1) {
            const Point a = result[result.size() - 2];
            const Point b = result.back();
            if ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y)) result.pop_back();
        }
        result.push_back(point);
    }
    return result;
}

}  // namespace lintel::model::layout
