#pragma once

#include <QRectF>

#include <cstdint>
#include <vector>

namespace lintel::rendering {

/// Rectangles by number in a uniform grid: which of them may touch an area. Built once.
class SpatialGrid {
public:
    SpatialGrid() = default;
    SpatialGrid(const std::vector<QRectF>& rects, const QRectF& bounds);

    /// Numbers of the rectangles that intersect `area`, ascending, each once.
    std::vector<std::uint32_t> query(const QRectF& area) const;

private:
    struct Span {
        int left, top, right, bottom;  ///< cells, inclusive
    };
    Span cellsOf(const QRectF& rect) const;
    /// Ascending, each once.
    std::vector<std::uint32_t> inOrder(std::vector<std::uint32_t> found) const;

    QRectF m_bounds;
    qreal m_cellSize = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<QRectF> m_rects;
    std::vector<std::uint32_t> m_cellStart;  ///< offsets into m_entries, one more than cells
    std::vector<std::uint32_t> m_entries;
    std::vector<std::uint32_t> m_wide;  ///< cover very many cells: tested one by one
};

}  // namespace lintel::rendering
