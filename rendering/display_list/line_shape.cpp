#include "rendering/display_list/line_shape.h"

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

constexpr qreal kArrowLength = 9;
constexpr qreal kArrowHalfWidth = 4;
constexpr qreal kHalfGap = 4;
constexpr qreal kShortestDash = 2;  // what would be left between two gaps must be longer
constexpr qreal kArrowNotch = 2;    // the line ends inside the head: no hairline gap

qreal lengthOf(QPointF v) { return std::hypot(v.x(), v.y()); }

QPointF along(QPointF from, QPointF to, qreal distance) { return from + (to - from) / lengthOf(to - from) * distance; }

/// A break in a straight part, as distances from its start.
struct Gap {
    qreal from = 0;
    qreal to = 0;
};

/// The breaks between two points; breaks that touch become one: a bundle of lines is passed in one go.
std::vector<Gap> gapsBetween(QPointF from, QPointF to, const std::vector<QPointF>& places)
{
    const qreal length = lengthOf(to - from);
    std::vector<Gap> gaps;
    for (const QPointF& place : places) {
        const QPointF unit = (to - from) / std::max(length, 0.01);
        const qreal at = QPointF::dotProduct(place - from, unit);
        const bool isOnPart = lengthOf(from + unit * at - place) < 0.5;
        if (isOnPart && at > kHalfGap && at < length - kHalfGap) gaps.push_back({at - kHalfGap, at + kHalfGap});
    }
    std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
    std::vector<Gap> merged;
    for (const Gap& gap : gaps) {
        if (!merged.empty() && gap.from <= merged.back().to + kShortestDash)
            merged.back().to = gap.to;
        else
            merged.push_back(gap);
    }
    return merged;
}

RoundedCorner roundedCorner(const std::vector<QPointF>& points, std::size_t i, qreal wantedRadius)
{
    const QPointF before = points[i - 1] - points[i];
    const QPointF after = points[i + 1] - points[i];
    const qreal radius = std::min({wantedRadius, lengthOf(before) / 2, lengthOf(after) / 2});
    return {points[i] + before / lengthOf(before) * radius, points[i], points[i] + after / lengthOf(after) * radius};
}

/// `back` is the direction from the tip along the line.
std::vector<QPointF> arrowAt(QPointF tip, QPointF back)
{
    const QPointF side(-back.y(), back.x());
    const QPointF base = tip + back * kArrowLength;
    return {tip, base + side * kArrowHalfWidth, tip + back * (kArrowLength - kArrowNotch),
            base - side * kArrowHalfWidth};
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
    QPointF end = points.back();
    if (line.arrowAtEnd) {
        const QPointF last = points[points.size() - 2] - end;
        shape.arrow = arrowAt(end, last / lengthOf(last));
        end += last / lengthOf(last) * std::min(kArrowLength - kArrowNotch, lengthOf(last) / 2);
    }
    LineRun run{points.front(), {}, {}};
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool isLast = i + 1 == points.size();
        const RoundedCorner corner = isLast ? RoundedCorner{end, end, end} : roundedCorner(points, i, line.radius);
        // What is left of a part after both its corners is straight: only there can a line be broken.
        const QPointF from = run.corners.empty() ? run.start : run.corners.back().leave;
        for (const Gap& gap : gapsBetween(from, corner.enter, line.gaps)) {
            run.end = along(from, corner.enter, gap.from);
            shape.runs.push_back(std::move(run));
            run = {along(from, corner.enter, gap.to), {}, {}};
        }
        if (isLast)
            run.end = end;
        else
            run.corners.push_back(corner);
    }
    shape.runs.push_back(std::move(run));
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
        case Dash::LongDashed: return {12, 4};
        case Dash::Dashed: return {6, 4};
        case Dash::ShortDashed: return {3, 3};
        case Dash::DashDotted: return {8, 3, 2, 3};
        case Dash::DashDotDotted: return {8, 3, 2, 3, 2, 3};
        case Dash::Dotted: return {2, 3};
    }
    return {};
}

}  // namespace lintel::rendering
