#include "model/layout/routing/route_grid.h"

#include "model/layout/dimensions.h"

namespace lintel::model::layout {

namespace {

constexpr int kMargin = 64;          ///< room for routes around the drawing
constexpr int kClearance = 4;        ///< least distance of a route from a foreign block
constexpr long kMostCells = 3'000'000;

}  // namespace

RouteGrid::RouteGrid(const Geometry& geometry)
{
    Rect all;
    for (const BlockGeometry& block : geometry.blocks) all = all.united(block.rect);
    for (const NoteGeometry& note : geometry.notes) all = all.united(note.rect);
    all = all.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    while (static_cast<long>(all.width / m_step) * (all.height / m_step) > kMostCells) m_step *= 2;
    m_origin = {nearestOnGrid(all.x), nearestOnGrid(all.y)};
    m_columns = all.width / m_step + 2;
    m_rows = all.height / m_step + 2;
    const auto cells = static_cast<std::size_t>(cellCount());
    m_blocked.assign(cells, 0);
    m_border.assign(cells, 0);
    m_container.assign(cells, -1);
    m_usedAcross.assign(cells, 0);
    m_usedDown.assign(cells, 0);

    for (std::size_t i = 0; i < geometry.blocks.size(); ++i) {
        const BlockGeometry& shape = geometry.blocks[i];
        if (!shape.isContainer) continue;
        const Span cellsOf = span(shape.rect);
        for (int row = cellsOf.firstRow; row <= cellsOf.lastRow; ++row)
            for (int column = cellsOf.firstColumn; column <= cellsOf.lastColumn; ++column)
                m_container[static_cast<std::size_t>(cellAt(column, row))] = static_cast<int>(i);
        markBorder(shape.rect);
    }
    for (const BlockGeometry& shape : geometry.blocks) {
        if (shape.isContainer) {
            block(shape.icon.united(shape.name.rect).united(shape.detail.rect).adjusted(-1, -1, 1, 1));
        } else {
            block(shape.rect.adjusted(-kClearance, -kClearance, kClearance, kClearance));
        }
    }
    for (const NoteGeometry& note : geometry.notes) block(note.rect.adjusted(-kClearance, -kClearance, kClearance, kClearance));
}

bool RouteGrid::isInside(Point p) const
{
    return p.x >= m_origin.x && p.y >= m_origin.y && columnOf(p.x) < m_columns && rowOf(p.y) < m_rows;
}

RouteGrid::Span RouteGrid::span(const Rect& rect) const
{
    const auto up = [&](int value, int origin) { return value <= origin ? 0 : (value - origin + m_step - 1) / m_step; };
    const auto down = [&](int value, int origin, int count) { return value < origin ? -1 : std::min((value - origin) / m_step, count - 1); };
    return {up(rect.x, m_origin.x), down(rect.right(), m_origin.x, m_columns), up(rect.y, m_origin.y), down(rect.bottom(), m_origin.y, m_rows)};
}

void RouteGrid::markBorder(const Rect& rect)
{
    const int half = m_step / 2 - 1;
    const auto mark = [&](const Rect& line, std::uint8_t bit) {
        const Span cells = span(line);
        for (int row = cells.firstRow; row <= cells.lastRow; ++row)
            for (int column = cells.firstColumn; column <= cells.lastColumn; ++column)
                m_border[static_cast<std::size_t>(cellAt(column, row))] |= bit;
    };
    mark({rect.x, rect.top() - half, rect.width, 2 * half}, 1);
    mark({rect.x, rect.bottom() - half, rect.width, 2 * half}, 1);
    mark({rect.left() - half, rect.y, 2 * half, rect.height}, 2);
    mark({rect.right() - half, rect.y, 2 * half, rect.height}, 2);
}

void RouteGrid::block(const Rect& rect)
{
    const Span cells = span(rect);
    for (int row = cells.firstRow; row <= cells.lastRow; ++row)
        for (int column = cells.firstColumn; column <= cells.lastColumn; ++column)
            m_blocked[static_cast<std::size_t>(cellAt(column, row))] = 1;
}

bool RouteGrid::isClear(const Rect& rect, bool overBorders) const
{
    const Span cells = span(rect.adjusted(-2, -2, 2, 2));
    for (int row = cells.firstRow; row <= cells.lastRow; ++row) {
        for (int column = cells.firstColumn; column <= cells.lastColumn; ++column) {
            const auto cell = static_cast<std::size_t>(cellAt(column, row));
            if (m_blocked[cell] || (m_border[cell] && !overBorders) || m_usedAcross[cell] || m_usedDown[cell]) return false;
        }
    }
    return true;
}

void RouteGrid::use(const std::vector<Point>& points, int by)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point a = points[i - 1];
        const Point b = points[i];
        auto& used = a.y == b.y ? m_usedAcross : m_usedDown;
        const Rect line{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
        // A stub between grid lines takes the nearest one.
        const int half = m_step / 2;
        const Span cells = span(a.y == b.y ? line.adjusted(0, -half + 1, 0, half) : line.adjusted(-half + 1, 0, half, 0));
        for (int row = cells.firstRow; row <= cells.lastRow; ++row)
            for (int column = cells.firstColumn; column <= cells.lastColumn; ++column) {
                auto& count = used[static_cast<std::size_t>(cellAt(column, row))];
                count = static_cast<std::uint8_t>(std::clamp(count + by, 0, 250));
            }
    }
}

}  // namespace lintel::model::layout
