#include "rendering/scene/crossings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lintel::rendering {

namespace {

constexpr qreal kRowHeight = 256;
constexpr qreal kClearOfCorner = 5;  // a gap needs straight line on both sides

/// Part of a line: at `place` on one axis, from `low` to `high` on the other.
struct Segment {
    std::size_t line = 0;
    qreal place = 0;
    qreal low = 0;
    qreal high = 0;
    qreal clearLow = 0;  ///< room that the rounded corner at that end takes
    qreal clearHigh = 0;
};

struct Segments {
    std::vector<Segment> horizontal;
    std::vector<Segment> vertical;
};

Segment segment(const Polyline& line, std::size_t number, std::size_t i, bool isHorizontal)
{
    const QPointF a = line.points[i];
    const QPointF b = line.points[i + 1];
    const qreal from = isHorizontal ? a.x() : a.y();
    const qreal to = isHorizontal ? b.x() : b.y();
    const qreal place = isHorizontal ? a.y() : a.x();
    const qreal clearFrom = i == 0 ? kClearOfCorner : line.radius + kClearOfCorner;
    const bool isLast = i + 2 == line.points.size();
    const qreal clearTo = isLast && !line.arrowAtEnd ? kClearOfCorner : line.radius + kClearOfCorner;
    return from <= to ? Segment{number, place, from, to, clearFrom, clearTo}
                      : Segment{number, place, to, from, clearTo, clearFrom};
}

Segments segmentsOf(const std::vector<Polyline>& lines)
{
    Segments segments;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const Polyline& line = lines[number];
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            const QPointF step = line.points[i + 1] - line.points[i];
            if (step.y() == 0 && step.x() != 0)
                segments.horizontal.push_back(segment(line, number, i, true));
            else if (step.x() == 0 && step.y() != 0)
                segments.vertical.push_back(segment(line, number, i, false));
        }
    }
    return segments;
}

/// Vertical segments by rows of the drawing, each row sorted by x.
class Columns {
public:
    explicit Columns(const std::vector<Segment>& segments)
    {
        if (segments.empty()) return;
        qreal bottom = segments.front().high;
        m_top = segments.front().low;
        for (const Segment& s : segments) {
            m_top = std::min(m_top, s.low);
            bottom = std::max(bottom, s.high);
        }
        m_rows.resize(rowOf(bottom) + 1);
        for (const Segment& s : segments)
            for (std::size_t row = rowOf(s.low); row <= rowOf(s.high); ++row) m_rows[row].push_back(&s);
        for (auto& row : m_rows)
            std::stable_sort(row.begin(), row.end(),
                             [](const Segment* a, const Segment* b) { return a->place < b->place; });
    }

    template <class Use>
    void forEachCrossing(const Segment& horizontal, Use&& use) const
    {
        if (horizontal.place < m_top) return;
        const std::size_t number = rowOf(horizontal.place);
        if (number >= m_rows.size()) return;
        const auto& row = m_rows[number];
        auto at = std::upper_bound(row.begin(), row.end(), horizontal.low,
                                   [](qreal x, const Segment* s) { return x < s->place; });
        for (; at != row.end() && (*at)->place < horizontal.high; ++at)
            if ((*at)->low < horizontal.place && horizontal.place < (*at)->high) use(**at);
    }

private:
    std::size_t rowOf(qreal y) const { return static_cast<std::size_t>((y - m_top) / kRowHeight); }

    qreal m_top = 0;
    std::vector<std::vector<const Segment*>> m_rows;
};

int weightOf(const Polyline& line)
{
    if (line.stroke.dash == Dash::Solid) return 2;
    return line.stroke.dash == Dash::Dotted ? 0 : 1;
}

bool hasRoom(const Segment& s, qreal at) { return at - s.low > s.clearLow && s.high - at > s.clearHigh; }

}  // namespace

void breakAtCrossings(std::vector<Polyline>& lines)
{
    const Segments segments = segmentsOf(lines);
    const Columns columns(segments.vertical);
    for (const Segment& across : segments.horizontal) {
        columns.forEachCrossing(across, [&](const Segment& down) {
            if (across.line == down.line) return;
            const bool acrossFits = hasRoom(across, down.place);
            const bool downFits = hasRoom(down, across.place);
            const bool isAcrossWeaker = weightOf(lines[across.line]) <= weightOf(lines[down.line]);
            const bool breaksAcross = acrossFits && (isAcrossWeaker || !downFits);
            if (!breaksAcross && !downFits) return;
            lines[breaksAcross ? across.line : down.line].gaps.emplace_back(down.place, across.place);
        });
    }
}

}  // namespace lintel::rendering
