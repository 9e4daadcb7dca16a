#pragma once

#include "model/layout/geometry.h"

#include <cstdint>
#include <vector>

namespace lintel::model::layout {

/// A drawing as a raster of places where a connection may turn or pass: what stands there, which container it
/// is in, and which routes were laid already. Routes run on grid lines, so different cells keep them apart.
class RouteGrid {
public:
    explicit RouteGrid(const Geometry& geometry);
    /// Only the part of the drawing inside the window: whatever lies outside is neither seen nor marked.
    RouteGrid(const Geometry& geometry, const Rect& window);

    int step() const { return m_step; }
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int cellCount() const { return m_columns * m_rows; }
    int cellAt(int column, int row) const { return row * m_columns + column; }
    int columnOf(int x) const { return (x - m_origin.x) / m_step; }
    int rowOf(int y) const { return (y - m_origin.y) / m_step; }
    Point pointOf(int cell) const
    {
        return {m_origin.x + cell % m_columns * m_step, m_origin.y + cell / m_columns * m_step};
    }
    bool isInside(Point p) const;
    /// The first grid line at or after the coordinate.
    int snapX(int x) const { return m_origin.x + (x - m_origin.x + m_step - 1) / m_step * m_step; }
    int snapY(int y) const { return m_origin.y + (y - m_origin.y + m_step - 1) / m_step * m_step; }

    /// What is known of a cell, as bits. The axis is that of the line that passes: across or down.
    unsigned marks(int cell) const { return m_cells[static_cast<std::size_t>(cell)].marks; }
    static constexpr unsigned used(bool across) { return across ? 1 : 2; }       ///< by a route along this axis
    static constexpr unsigned neighbour(bool across) { return across ? 4 : 8; }  ///< the next grid line is used
    static constexpr unsigned border(bool across) { return across ? 16 : 32; }   ///< a container's border lies here
    static constexpr unsigned kBlocked = 64;                                     ///< a block without contents, or text
    bool isBlocked(int cell) const { return (marks(cell) & kBlocked) != 0; }
    /// True when a block or text lies at the nearest grid point.
    bool isTaken(Point p) const;
    /// Index into the geometry's blocks of the innermost container here; -1 = none.
    int containerAt(int cell) const { return m_containers[m_cells[static_cast<std::size_t>(cell)].container]; }

    /// Marks (or with -1 takes back) the cells a route passes.
    void use(const std::vector<Point>& points, int by);
    /// True when no route that is marked crosses or covers this one.
    bool isUnused(const std::vector<Point>& points) const;
    void block(const Rect& rect);
    /// True when neither block, text nor route touches the rectangle, and no container's border unless `overBorders`.
    /// False where nothing is known.
    bool isClear(const Rect& rect, bool overBorders) const;

private:
    struct Span {
        int firstColumn, lastColumn, firstRow, lastRow;
    };
    Span span(const Rect& rect) const;
    /// Four bytes: a drawing of 20,000 blocks has tens of millions.
    struct Cell {
        std::uint16_t container = 0;  ///< which of m_containers
        std::uint8_t marks = 0;
        std::uint8_t across : 4 = 0;  ///< how many routes pass; so many as cannot be counted stay for good
        std::uint8_t down : 4 = 0;
    };
    static_assert(sizeof(Cell) == 4);
    /// The cells next to a piece of a path that runs across or down.
    Span spanOfPiece(Point a, Point b) const;
    template <typename Do>
    void each(const Span& cells, Do what) const;
    void mark(const Rect& rect, unsigned bit);
    void markBorder(const Rect& rect);
    void fill(const Rect& rect, std::uint16_t container);
    void count(int column, int row, bool across, int by);
    void updateNeighbour(int column, int row, bool across);

    Point m_origin;
    int m_step = 8;
    int m_columns = 0;
    int m_rows = 0;
    bool m_isWhole = false;  ///< nothing lies outside
    std::vector<Cell> m_cells;
    std::vector<int> m_containers{-1};  ///< indexes into the geometry's blocks; the first stands for none
};

}  // namespace lintel::model::layout
