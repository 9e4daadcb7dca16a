#include "rendering/canvas/tools/smart_guides.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kSame = 0.01;

/// A rectangle seen along one axis: `low..high` along it, `from..to` across.
struct Span {
    qreal low, high, from, to;

    qreal middle() const { return (low + high) / 2; }
    bool isBeside(const Span& other) const { return from < other.to && other.from < to; }
};

Span spanOf(const QRectF& rect, bool isHorizontal)
{
    if (isHorizontal) return {rect.left(), rect.right(), rect.top(), rect.bottom()};
    return {rect.top(), rect.bottom(), rect.left(), rect.right()};
}

QPointF pointOf(qreal along, qreal across, bool isHorizontal)
{
    return isHorizontal ? QPointF(along, across) : QPointF(across, along);
}

/// What wins so far on one axis.
struct Best {
    std::optional<qreal> offset;

    void offer(qreal candidate, qreal reach)
    {
        if (std::abs(candidate) > reach) return;
        if (!offset || std::abs(candidate) < std::abs(*offset) - kSame) offset = candidate;
    }
};

std::array<qreal, 3> marks(const Span& span) { return {span.low, span.middle(), span.high}; }

/// Middles meet middles, edges meet edges.
void offerMarks(const Span& moving, const Span& other, Best& best, qreal reach)
{
    best.offer(other.middle() - moving.middle(), reach);
    for (const qreal theirs : {other.low, other.high})
        for (const qreal own : {moving.low, moving.high}) best.offer(theirs - own, reach);
}

/// Those that the moving one would meet if it went along the axis, in order of position.
std::vector<Span> besides(const Span& moving, const std::vector<Span>& others)
{
    std::vector<Span> result;
    for (const Span& other : others)
        if (other.isBeside(moving)) result.push_back(other);
    std::sort(result.begin(), result.end(), [](const Span& a, const Span& b) { return a.low < b.low; });
    return result;
}

/// Offsets that make the distance to a neighbour equal to a distance that exists already.
void offerGaps(const Span& moving, const std::vector<Span>& row, Best& best, qreal reach)
{
    const qreal size = moving.high - moving.low;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const qreal gap = row[i + 1].low - row[i].high;
        if (gap <= 0) continue;
        best.offer(row[i + 1].high + gap - moving.low, reach);
        best.offer(row[i].low - gap - moving.high, reach);
        if (gap > size) best.offer((row[i].high + row[i + 1].low) / 2 - moving.middle(), reach);
    }
}

void drawLines(const Span& placed, const std::vector<Span>& others, bool isHorizontal, std::vector<QLineF>& lines)
{
    for (const qreal mark : marks(placed)) {
        const bool isMiddle = mark == placed.middle();
        qreal from = placed.from;
        qreal to = placed.to;
        bool isShared = false;
        for (const Span& other : others)
            for (const qreal theirs : marks(other)) {
                if (std::abs(theirs - mark) > kSame || (theirs == other.middle()) != isMiddle) continue;
                isShared = true;
                from = std::min(from, other.from);
                to = std::max(to, other.to);
            }
        if (isShared) lines.emplace_back(pointOf(mark, from, isHorizontal), pointOf(mark, to, isHorizontal));
    }
}

/// Marks the moving one's distances where an equal one is next to them.
void drawGaps(const Span& placed, std::vector<Span> row, bool isHorizontal, std::vector<QLineF>& gaps)
{
    row.push_back(placed);
    std::sort(row.begin(), row.end(), [](const Span& a, const Span& b) { return a.low < b.low; });
    for (std::size_t i = 0; i + 2 < row.size(); ++i) {
        const qreal first = row[i + 1].low - row[i].high;
        const qreal second = row[i + 2].low - row[i + 1].high;
        const bool hasMoving = row[i].low == placed.low || row[i + 1].low == placed.low || row[i + 2].low == placed.low;
        if (!hasMoving || first <= 0 || std::abs(first - second) > kSame) continue;
        const qreal across = (std::max({row[i].from, row[i + 1].from, row[i + 2].from}) +
                              std::min({row[i].to, row[i + 1].to, row[i + 2].to})) /
                             2;
        for (const std::size_t at : {i, i + 1})
            gaps.emplace_back(pointOf(row[at].high, across, isHorizontal),
                              pointOf(row[at + 1].low, across, isHorizontal));
    }
}

}  // namespace

GuideSnap snapToGuides(const QRectF& moving, const std::vector<QRectF>& others, qreal reach)
{
    GuideSnap snap;
    for (const bool isHorizontal : {true, false}) {
        const Span own = spanOf(moving, isHorizontal);
        std::vector<Span> spans;
        for (const QRectF& other : others) spans.push_back(spanOf(other, isHorizontal));
        Best best;
        for (const Span& other : spans) offerMarks(own, other, best, reach);
        offerGaps(own, besides(own, spans), best, reach);
        if (!best.offset) continue;
        (isHorizontal ? snap.hasX : snap.hasY) = true;
        snap.offset += pointOf(*best.offset, 0, isHorizontal);
    }
    const QRectF placed = moving.translated(snap.offset);
    for (const bool isHorizontal : {true, false}) {
        if (!(isHorizontal ? snap.hasX : snap.hasY)) continue;
        const Span own = spanOf(placed, isHorizontal);
        std::vector<Span> spans;
        for (const QRectF& other : others) spans.push_back(spanOf(other, isHorizontal));
        drawLines(own, spans, isHorizontal, snap.lines);
        drawGaps(own, besides(own, spans), isHorizontal, snap.gaps);
    }
    return snap;
}

}  // namespace lintel::rendering::canvas
