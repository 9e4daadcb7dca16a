#include "model/layout/routing/curve.h"

#include <cmath>

namespace lintel::model::layout {

namespace {

constexpr int kWidest = 96;  ///< reach of a curve along each of its two segments
constexpr int kLeast = 8;
constexpr int kStraightEnd = 16;    ///< an arrow head points straight at its block
constexpr double kCircle = 0.5523;  ///< control points that make a quarter of a circle

Point between(Point a, Point b, double part)
{
    return {a.x + static_cast<int>(std::lround((b.x - a.x) * part)),
            a.y + static_cast<int>(std::lround((b.y - a.y) * part))};
}

int lengthOf(Point a, Point b) { return static_cast<int>(std::lround(std::hypot(b.x - a.x, b.y - a.y))); }

Point onCubic(Point a, Point b, Point c, Point d, double t)
{
    const double u = 1 - t;
    const auto at = [&](int p, int q, int r, int s) {
        return static_cast<int>(std::lround(u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s));
    };
    return {at(a.x, b.x, c.x, d.x), at(a.y, b.y, c.y, d.y)};
}

/// One corner: where its curve begins and ends.
struct Bend {
    Point begin, corner, end;

    Point first() const { return between(begin, corner, kCircle); }
    Point second() const { return between(end, corner, kCircle); }

    bool isClear(const RouteGrid& grid) const
    {
        constexpr int kSamples = 16;
        for (int i = 1; i < kSamples; ++i) {
            const Point p = onCubic(begin, first(), second(), end, static_cast<double>(i) / kSamples);
            if (grid.isTaken(p)) return false;
        }
        return true;
    }
};

Bend bendAt(const std::vector<Point>& corners, std::size_t i, const RouteGrid& grid)
{
    const auto reach = [&](std::size_t other, bool isEnd) {
        const int length = lengthOf(corners[i], corners[other]);
        return std::clamp(isEnd ? length - kStraightEnd : length / 2, std::min(kLeast, length / 2), kWidest);
    };
    int before = reach(i - 1, i == 1);
    int after = reach(i + 1, i + 2 == corners.size());
    while (true) {
        const auto towards = [&](std::size_t other, int by) {
            const int length = lengthOf(corners[i], corners[other]);
            return length ? between(corners[i], corners[other], static_cast<double>(by) / length) : corners[i];
        };
        const Bend bend{towards(i - 1, before), corners[i], towards(i + 1, after)};
        if (std::max(before, after) <= kLeast || bend.isClear(grid)) return bend;
        before = std::max(before * 3 / 4, std::min(before, kLeast));
        after = std::max(after * 3 / 4, std::min(after, kLeast));
    }
}

void addLine(std::vector<Point>& curve, Point to)
{
    const Point from = curve.back();
    if (from == to) return;
    curve.insert(curve.end(), {between(from, to, 1.0 / 3), between(from, to, 2.0 / 3), to});
}

}  // namespace

std::vector<Point> curveThrough(const std::vector<Point>& corners, const RouteGrid& grid)
{
    if (corners.size() < 2) return {};
    std::vector<Point> curve{corners.front()};
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Bend bend = bendAt(corners, i, grid);
        addLine(curve, bend.begin);
        curve.insert(curve.end(), {bend.first(), bend.second(), bend.end});
    }
    addLine(curve, corners.back());
    return curve;
}

}  // namespace lintel::model::layout
