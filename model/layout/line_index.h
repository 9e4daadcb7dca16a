#pragma once

#include "model/base/geometry.h"

#include <vector>

namespace lintel::model::layout {

/// Straight lines by where they run, on a raster of large cells: finds the few that may cross a given one without
/// looking at all.
class LineIndex {
public:
    /// For `count` lines numbered from 0 within an area that holds nearly all of them.
    LineIndex(const Rect& area, int count);

    /// Puts the line there, wherever it was before.
    void put(int line, Point a, Point b);

    /// The lines that share a cell with the way from a to b, each once, in no particular (but always the same) order.
    /// Valid until the next call of any function.
    const std::vector<int>& near(Point a, Point b);

private:
    template <typename Do>
    void eachCell(Point a, Point b, Do what) const;
    int columnOf(int x) const;
    int rowOf(int y) const;

    struct Line {
        Point a, b;
        bool isPut = false;
        unsigned round = 0;  ///< the search that has seen it
    };

    Rect m_area;
    int m_cell = 0;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::vector<int>> m_cells;
    std::vector<Line> m_lines;
    std::vector<int> m_found;
    unsigned m_round = 0;
};

}  // namespace lintel::model::layout
