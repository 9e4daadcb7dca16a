#pragma once

#include "model/layout/geometry.h"

#include <cstdint>
#include <vector>

namespace lintel::model::layout {

/// A drawing as a raster of places where a connection may turn or pass: what stands there, which container it
/// is in, and which routes were laid already. Routes run on grid lines, so different cells keep them apart.
class RouteGrid {
public:
    RouteGrid(const Geometry& geometry);

    int step() const { return m_step; }
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int cellCount() const { return m_columns * m_rows; }
    int cellAt(int column, int row) const { return row * m_columns + column; }
    int columnOf(int x) const { return (x - m_origin.x) / m_step; }
    int rowOf(int y) const { return (y - m_origin.y) / m_step; }
    Point pointOf(int cell) const { return {m_origin.x + cell % m_columns * m_step, m_origin.y + cell / m_columns * m_step}; }
    bool isInside(Point p) const;
    /// The first grid line at or after the coordinate.
    int snapX(int x) const { return m_origin.x + (x - m_origin.x + m_step - 1) / m_step * m_step; }
    int snapY(int y) const { return m_origin.y + (y - m_origin.y + m_step - 1) / m_step * m_step; }

    /// A block without contents, or text: no route passes.
    bool isBlocked(int cell) const { return m_blocked[static_cast<std::size_t>(cell)] != 0; }
    /// Index into the geometry's blocks of the innermost container here; -1 = none.
    int containerAt(int cell) const { return m_container[static_cast<std::size_t>(cell)]; }
    bool isOnBorder(int cell, bool horizontal) const { return (m_border[static_cast<std::size_t>(cell)] & (horizontal ? 1 : 2)) != 0; }
    int used(int cell, bool horizontal) const { return (horizontal ? m_usedAcross : m_usedDown)[static_cast<std::size_t>(cell)]; }

    /// True when a route runs along one of the next grid lines.
    bool hasNeighbour(int cell, bool horizontal) const
    {
        const int offset = horizontal ? m_columns : 1;
        return (cell >= offset && used(cell - offset, horizontal)) || (cell + offset < cellCount() && used(cell + offset, horizontal));
    }

    /// Marks (or with -1 takes back) the cells a route passes.
    void use(const std::vector<Point>& points, int by);
    void block(const Rect& rect);
    /// True when neither block, text nor route touches the rectangle, and no container's border unless `overBorders`.
    bool isClear(const Rect& rect, bool overBorders) const;

private:
    struct Span {
        int firstColumn, lastColumn, firstRow, lastRow;
    };
    Span span(const Rect& rect) const;
    void markBorder(const Rect& rect);

    Point m_origin;
    int m_step = 8;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint8_t> m_blocked;
    std::vector<std::uint8_t> m_border;
    std::vector<int> m_container;
    std::vector<std::uint8_t> m_usedAcross;
    std::vector<std::uint8_t> m_usedDown;
};

}  // namespace lintel::model::layout
