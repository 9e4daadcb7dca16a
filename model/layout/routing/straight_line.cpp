#include "model/layout/routing/straight_line.h"

#include <array>
#include <cmath>

namespace lintel::model::layout {

namespace {

constexpr int kInkGap = 3;  ///< between the line's end and what it points at

/// What the line may end at; the first is what it aims at.
std::array<Rect, 3> inkOf(const BlockGeometry& block)
{
    if (block.isContainer || block.icon.isEmpty()) return {block.rect, {}, {}};
    std::array<Rect, 3> ink{block.icon, block.name.rect, block.detail.rect};
    for (Rect& rect : ink)
        if (!rect.isEmpty()) rect = rect.adjusted(-kInkGap, -kInkGap, kInkGap, kInkGap);
    return ink;
}

/// Which part of the way from a to b lies before the rectangle; 1 when the line misses it.
double partBefore(const Rect& rect, Point a, Point b)
{
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double step, double low, double high) {
        if (step == 0) {
            if (low > 0 || high < 0) leave = -1;
            return;
        }
        enter = std::max(enter, std::min(low / step, high / step));
        leave = std::min(leave, std::max(low / step, high / step));
    };
    clip(b.x - a.x, rect.left() - a.x, rect.right() - a.x);
    clip(b.y - a.y, rect.top() - a.y, rect.bottom() - a.y);
    return rect.isEmpty() || enter > leave ? 1 : enter;
}

/// Where a line from outside towards `aim` meets the block.
Point meeting(const BlockGeometry& block, Point outside, Point aim)
{
    double part = 1;
    for (const Rect& ink : inkOf(block)) part = std::min(part, partBefore(ink, outside, aim));
    return {outside.x + static_cast<int>(std::lround((aim.x - outside.x) * part)),
            outside.y + static_cast<int>(std::lround((aim.y - outside.y) * part))};
}

/// The place on the container's border that is nearest to what it holds.
Point nearestOnBorder(const Rect& container, Point held)
{
    const std::array places{Point{held.x, container.top()}, Point{container.right(), held.y},
                            Point{held.x, container.bottom()}, Point{container.left(), held.y}};
    const auto distance = [&](Point p) { return std::abs(p.x - held.x) + std::abs(p.y - held.y); };
    return *std::min_element(places.begin(), places.end(), [&](Point a, Point b) { return distance(a) < distance(b); });
}

/// The point moved to the right of the direction from a to b, but not off the block.
Point shifted(const Rect& block, Point point, Point a, Point b, int aside)
{
    constexpr int kEdge = 4;
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (aside == 0 || length < 1) return point;
    const int x = point.x - static_cast<int>(std::lround((b.y - a.y) / length * aside));
    const int y = point.y + static_cast<int>(std::lround((b.x - a.x) / length * aside));
    const Rect room = block.adjusted(kEdge, kEdge, -kEdge, -kEdge);
    return room.isEmpty() ? point
                          : Point{std::clamp(x, room.left(), room.right()), std::clamp(y, room.top(), room.bottom())};
}

}  // namespace

std::vector<Point> straightLine(const BlockGeometry& from, const BlockGeometry& to, const std::vector<Point>& waypoints,
                                int aside)
{
    const Rect fromInk = inkOf(from).front();
    const Rect toInk = inkOf(to).front();
    const Point a = fromInk.center();
    const Point b = toInk.center();
    if (waypoints.empty()) {
        if (from.rect.contains(to.rect))
            return {nearestOnBorder(from.rect, b), meeting(to, nearestOnBorder(from.rect, b), b)};
        if (to.rect.contains(from.rect))
            return {meeting(from, nearestOnBorder(to.rect, a), a), nearestOnBorder(to.rect, a)};
        const Point start = shifted(fromInk, a, a, b, aside);
        const Point end = shifted(toInk, b, a, b, aside);
        return {meeting(from, end, start), meeting(to, start, end)};
    }
    std::vector<Point> points{meeting(from, waypoints.front(), a)};
    points.insert(points.end(), waypoints.begin(), waypoints.end());
    points.push_back(meeting(to, waypoints.back(), b));
    return points;
}

}  // namespace lintel::model::layout
