#include "rendering/display_list/line_shape.h"

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

constexpr qreal kArrowLength = 9;
constexpr qreal kArrowHalfWidth = 4;
constexpr qreal kArrowNotch = 2;  // the line ends inside the head: no hairline gap

qreal lengthOf(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

/// The line without repeated points: they have no direction.
std::vector<QPointF> distinct(const std::vector<QPointF>& points)
{
    std::vector<QPointF> result;
    for (const QPointF& p : points)
        if (result.empty() || lengthOf(p - result.back()) > 0.01) result.push_back(p);
    return result;
}

}  // namespace

LineShape lineShapeOf(const Polyline& line)
{
    const std::vector<QPointF> points = distinct(line.points);
    LineShape shape;
    if (points.size() < 2) return shape;
    shape.start = points.front();
    shape.end = points.back();
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF before = points[i - 1] - points[i];
        const QPointF after = points[i + 1] - points[i];
        const qreal radius = std::min({line.radius, lengthOf(before) / 2, lengthOf(after) / 2});
        shape.corners.push_back({points[i] + before / lengthOf(before) * radius, points[i],
                                 points[i] + after / lengthOf(after) * radius});
    }
    if (line.arrowAtEnd) {
        const QPointF last = points[points.size() - 2] - shape.end;
        const QPointF back = last / lengthOf(last);
        const QPointF side(-back.y(), back.x());
        const QPointF tip = shape.end;
        const QPointF base = tip + back * kArrowLength;
        shape.arrow = {tip, base + side * kArrowHalfWidth, tip + back * (kArrowLength - kArrowNotch),
                       base - side * kArrowHalfWidth};
        shape.end = tip + back * std::min(kArrowLength - kArrowNotch, lengthOf(last) / 2);
    }
    return shape;
}

BadgeShape badgeShapeOf(const Badge& badge)
{
    const QPointF c = badge.centre;
    const qreal r = badge.radius;
    BadgeShape shape;
    shape.stroke = r * 0.24;
    const bool isInfo = badge.severity == model::lint::Severity::Info;
    if (badge.severity == model::lint::Severity::Warning) {
        shape.triangle = {c + QPointF(0, -r), c + QPointF(r * 1.06, r * 0.85), c + QPointF(-r * 1.06, r * 0.85)};
        shape.stemFrom = c + QPointF(0, -r * 0.32);
        shape.stemTo = c + QPointF(0, r * 0.18);
        shape.dot = c + QPointF(0, r * 0.56);
        return shape;
    }
    const qreal up = isInfo ? -1 : 1;
    shape.stemFrom = c + QPointF(0, -r * 0.5 * up);
    shape.stemTo = c + QPointF(0, r * 0.1 * up);
    shape.dot = c + QPointF(0, r * 0.5 * up);
    return shape;
}

std::vector<qreal> dashPattern(Dash dash)
{
    switch (dash) {
    case Dash::Solid: return {};
    case Dash::Dashed: return {6, 4};
    case Dash::Dotted: return {2, 3};
    }
    return {};
}

}  // namespace lintel::rendering
