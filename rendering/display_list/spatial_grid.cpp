#include "rendering/display_list/spatial_grid.h"

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

constexpr qreal kSmallestCell = 64;
constexpr int kMostCellsPerSide = 256;
constexpr std::size_t kFew = 512;
constexpr int kWide = 256;  // cells from which a rectangle is kept apart: containers of everything

bool touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

}  // namespace

SpatialGrid::SpatialGrid(const std::vector<QRectF>& rects, const QRectF& bounds) : m_bounds(bounds), m_rects(rects)
{
    const qreal longest = std::max(bounds.width(), bounds.height());
    m_cellSize = std::max(kSmallestCell, longest / kMostCellsPerSide);
    m_columns = std::max(1, static_cast<int>(std::ceil(bounds.width() / m_cellSize)));
    m_rows = std::max(1, static_cast<int>(std::ceil(bounds.height() / m_cellSize)));

    std::vector<Span> spans;
    spans.reserve(rects.size());
    m_cellStart.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    const auto isWide = [](const Span& s) { return (s.right - s.left + 1) * (s.bottom - s.top + 1) > kWide; };
    const auto forEachCell = [this](const Span& s, auto&& use) {
        for (int row = s.top; row <= s.bottom; ++row)
            for (int column = s.left; column <= s.right; ++column)
                use(static_cast<std::size_t>(row * m_columns + column));
    };
    for (std::size_t i = 0; i < rects.size(); ++i) {
        spans.push_back(cellsOf(rects[i]));
        if (isWide(spans[i]))
            m_wide.push_back(static_cast<std::uint32_t>(i));
        else
            forEachCell(spans[i], [this](std::size_t cell) { ++m_cellStart[cell + 1]; });
    }
    for (std::size_t cell = 1; cell < m_cellStart.size(); ++cell) m_cellStart[cell] += m_cellStart[cell - 1];
    m_entries.resize(m_cellStart.back());
    std::vector<std::uint32_t> next(m_cellStart.begin(), m_cellStart.end() - 1);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (isWide(spans[i])) continue;
        forEachCell(spans[i], [&](std::size_t cell) { m_entries[next[cell]++] = static_cast<std::uint32_t>(i); });
    }
}

std::vector<std::uint32_t> SpatialGrid::query(const QRectF& area) const
{
    std::vector<std::uint32_t> found;
    if (m_rects.empty() || !touches(area, m_bounds)) return found;
    const Span span = cellsOf(area);
    for (int row = span.top; row <= span.bottom; ++row) {
        for (int column = span.left; column <= span.right; ++column) {
            const auto cell = static_cast<std::size_t>(row * m_columns + column);
            found.insert(found.end(), m_entries.begin() + m_cellStart[cell], m_entries.begin() + m_cellStart[cell + 1]);
        }
    }
    found.insert(found.end(), m_wide.begin(), m_wide.end());
    std::erase_if(found, [&](std::uint32_t i) { return !touches(m_rects[i], area); });
    return inOrder(std::move(found));
}

std::vector<std::uint32_t> SpatialGrid::inOrder(std::vector<std::uint32_t> found) const
{
    if (found.size() < kFew) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    // Half of a large drawing: marking all numbers takes less time than sorting those found.
    std::vector<bool> isFound(m_rects.size());
    for (const std::uint32_t i : found) isFound[i] = true;
    found.clear();
    for (std::uint32_t i = 0; i < isFound.size(); ++i)
        if (isFound[i]) found.push_back(i);
    return found;
}

SpatialGrid::Span SpatialGrid::cellsOf(const QRectF& rect) const
{
    // Clamped before the conversion: a point far outside must not overflow an int.
    const auto cell = [this](qreal distance, int count) {
        return static_cast<int>(std::clamp(std::floor(distance / m_cellSize), 0.0, static_cast<qreal>(count - 1)));
    };
    return {cell(rect.left() - m_bounds.left(), m_columns), cell(rect.top() - m_bounds.top(), m_rows),
            cell(rect.right() - m_bounds.left(), m_columns), cell(rect.bottom() - m_bounds.top(), m_rows)};
}

}  // namespace lintel::rendering
