#include "model/layout/line_index.h"

#include <algorithm>
#include <cmath>

namespace lintel::model::layout {

namespace {

constexpr int kLeastCell = 64;
constexpr int kMostCells = 1 << 16;

}  // namespace

LineIndex::LineIndex(const Rect& area, int count) : m_area(area), m_lines(static_cast<std::size_t>(count))
{
    const double size = static_cast<double>(std::max(1, area.width)) * std::max(1, area.height);
    m_cell = std::max(kLeastCell, static_cast<int>(std::sqrt(size / std::clamp(2 * count, 1, kMostCells))));
    m_columns = area.width / m_cell + 1;
    m_rows = area.height / m_cell + 1;
    m_cells.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
}

int LineIndex::columnOf(int x) const { return std::clamp((x - m_area.x) / m_cell, 0, m_columns - 1); }
int LineIndex::rowOf(int y) const { return std::clamp((y - m_area.y) / m_cell, 0, m_rows - 1); }

template <typename Do>
void LineIndex::eachCell(Point a, Point b, Do what) const
{
    if (a.y > b.y) std::swap(a, b);
    const int last = rowOf(b.y);
    for (int row = rowOf(a.y); row <= last; ++row) {
        // The stretch of the line inside this row; what lies outside the area counts to its edge.
        const double top = row == 0 ? a.y : m_area.y + static_cast<double>(row) * m_cell;
        const double bottom = row == m_rows - 1 ? b.y : m_area.y + (row + 1.0) * m_cell;
        const double slope = b.y == a.y ? 0 : static_cast<double>(b.x - a.x) / (b.y - a.y);
        const double from =
            a.y == b.y ? a.x
                       : a.x + (std::clamp(top, static_cast<double>(a.y), static_cast<double>(b.y)) - a.y) * slope;
        const double to =
            a.y == b.y ? b.x
                       : a.x + (std::clamp(bottom, static_cast<double>(a.y), static_cast<double>(b.y)) - a.y) * slope;
        const int first = columnOf(static_cast<int>(std::floor(std::min(from, to))) - 1);
        const int end = columnOf(static_cast<int>(std::ceil(std::max(from, to))) + 1);
        for (int column = first; column <= end; ++column)
            what(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                 static_cast<std::size_t>(column));
    }
}

void LineIndex::put(int line, Point a, Point b)
{
    Line& own = m_lines[static_cast<std::size_t>(line)];
    if (own.isPut) {
        eachCell(own.a, own.b, [&](std::size_t cell) {
            std::vector<int>& lines = m_cells[cell];
            const auto at = std::find(lines.begin(), lines.end(), line);
            if (at == lines.end()) return;
            *at = lines.back();
            lines.pop_back();
        });
    }
    own.a = a;
    own.b = b;
    own.isPut = true;
    eachCell(a, b, [&](std::size_t cell) { m_cells[cell].push_back(line); });
}

const std::vector<int>& LineIndex::near(Point a, Point b)
{
    ++m_round;
    m_found.clear();
    eachCell(a, b, [&](std::size_t cell) {
        for (const int line : m_cells[cell]) {
            unsigned& round = m_lines[static_cast<std::size_t>(line)].round;
            if (round == m_round) continue;
            round = m_round;
            m_found.push_back(line);
        }
    });
    return m_found;
}

}  // namespace lintel::model::layout
