#include "model/layout/routing/route_grid.h"

#include "model/layout/dimensions.h"

#include <limits>

namespace lintel::model::layout {

namespace {

constexpr int kMargin = 64;    ///< room for routes around the drawing
constexpr int kClearance = 4;  ///< least distance of a route from a foreign block
/// A coarser grid has no way between neighbours, so lines would cut blocks: only what no screen and no paper can show
/// as a whole (more than 40,000 blocks) gets one.
constexpr long kMostCells = 64'000'000;
constexpr int kCountless = 15;  ///< routes in one cell

Rect wholeOf(const Geometry& geometry)
{
    Rect all;
    for (const BlockGeometry& block : geometry.blocks) all = all.united(block.rect);
    for (const NoteGeometry& note : geometry.notes) all = all.united(note.rect);
    return all.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

}  // namespace

RouteGrid::RouteGrid(const Geometry& geometry) : RouteGrid(geometry, wholeOf(geometry)) { m_isWhole = true; }

RouteGrid::RouteGrid(const Geometry& geometry, const Rect& window)
{
    while (static_cast<long>(window.width / m_step) * (window.height / m_step) > kMostCells) m_step *= 2;
    m_origin = {nearestOnGrid(window.x), nearestOnGrid(window.y)};
    m_columns = window.width / m_step + 2;
    m_rows = window.height / m_step + 2;
    m_cells.assign(static_cast<std::size_t>(cellCount()), {});

    for (std::size_t i = 0; i < geometry.blocks.size(); ++i) {
        const BlockGeometry& shape = geometry.blocks[i];
        if (!shape.isContainer) continue;
        markBorder(shape.rect);
        // Further ones count as what is around them: lines may pass there, nothing worse.
        if (m_containers.size() > std::numeric_limits<std::uint16_t>::max()) continue;
        fill(shape.rect, static_cast<std::uint16_t>(m_containers.size()));
        m_containers.push_back(static_cast<int>(i));
    }
    for (const BlockGeometry& shape : geometry.blocks) {
        if (shape.isContainer) {
            block(shape.icon.united(shape.name.rect).united(shape.detail.rect).adjusted(-1, -1, 1, 1));
        } else {
            block(shape.rect.adjusted(-kClearance, -kClearance, kClearance, kClearance));
        }
    }
    for (const Frame& frame : geometry.frames) {
        markBorder(frame.rect);
        block(frame.name.rect);
    }
    for (const NoteGeometry& note : geometry.notes)
        block(note.rect.adjusted(-kClearance, -kClearance, kClearance, kClearance));
}

bool RouteGrid::isInside(Point p) const
{
    return p.x >= m_origin.x && p.y >= m_origin.y && columnOf(p.x) < m_columns && rowOf(p.y) < m_rows;
}

bool RouteGrid::isTaken(Point p) const
{
    const Point near{p.x + m_step / 2, p.y + m_step / 2};
    return isInside(near) && isBlocked(cellAt(columnOf(near.x), rowOf(near.y)));
}

RouteGrid::Span RouteGrid::span(const Rect& rect) const
{
    const auto up = [&](int value, int origin) { return value <= origin ? 0 : (value - origin + m_step - 1) / m_step; };
    const auto down = [&](int value, int origin, int count) {
        return value < origin ? -1 : std::min((value - origin) / m_step, count - 1);
    };
    return {up(rect.x, m_origin.x), down(rect.right(), m_origin.x, m_columns), up(rect.y, m_origin.y),
            down(rect.bottom(), m_origin.y, m_rows)};
}

template <typename Do>
void RouteGrid::each(const Span& cells, Do what) const
{
    for (int row = cells.firstRow; row <= cells.lastRow; ++row)
        for (int column = cells.firstColumn; column <= cells.lastColumn; ++column) what(column, row);
}

void RouteGrid::mark(const Rect& rect, unsigned bit)
{
    each(span(rect), [&](int column, int row) {
        auto& marks = m_cells[static_cast<std::size_t>(cellAt(column, row))].marks;
        marks = static_cast<std::uint8_t>(marks | bit);
    });
}

void RouteGrid::markBorder(const Rect& rect)
{
    const int half = m_step / 2 - 1;
    mark({rect.x, rect.top() - half, rect.width, 2 * half}, border(true));
    mark({rect.x, rect.bottom() - half, rect.width, 2 * half}, border(true));
    mark({rect.left() - half, rect.y, 2 * half, rect.height}, border(false));
    mark({rect.right() - half, rect.y, 2 * half, rect.height}, border(false));
}

void RouteGrid::fill(const Rect& rect, std::uint16_t container)
{
    each(span(rect),
         [&](int column, int row) { m_cells[static_cast<std::size_t>(cellAt(column, row))].container = container; });
}

void RouteGrid::block(const Rect& rect) { mark(rect, kBlocked); }

bool RouteGrid::isClear(const Rect& rect, bool overBorders) const
{
    if (!m_isWhole && !(isInside(rect.topLeft()) && isInside({rect.right(), rect.bottom()}))) return false;
    const auto isFree = [&](const Span& cells, unsigned taken) {
        for (int row = cells.firstRow; row <= cells.lastRow; ++row)
            for (int column = cells.firstColumn; column <= cells.lastColumn; ++column)
                if (marks(cellAt(column, row)) & taken) return false;
        return true;
    };
    // Text may reach almost to the next grid line without touching this one.
    const int coarse = m_step - 2;
    const unsigned borders = overBorders ? 0 : border(true) | border(false);
    return isFree(span(rect.adjusted(-2, -2, 2, 2)), used(true) | used(false) | borders) &&
           isFree(span(rect.adjusted(-coarse, -coarse, coarse, coarse)), kBlocked);
}

RouteGrid::Span RouteGrid::spanOfPiece(Point a, Point b) const
{
    const Rect line{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
    // A stub between grid lines takes the nearest one.
    const int half = m_step / 2;
    return span(a.y == b.y ? line.adjusted(0, -half + 1, 0, half) : line.adjusted(-half + 1, 0, half, 0));
}

void RouteGrid::use(const std::vector<Point>& points, int by)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point a = points[i - 1];
        const Point b = points[i];
        // Straight lines at any angle have no grid lines of their own.
        if (a.x != b.x && a.y != b.y) continue;
        each(spanOfPiece(a, b), [&](int column, int row) { count(column, row, a.y == b.y, by); });
    }
}

bool RouteGrid::isUnused(const std::vector<Point>& points) const
{
    bool isUnused = true;
    for (std::size_t i = 1; i < points.size(); ++i)
        each(spanOfPiece(points[i - 1], points[i]), [&](int column, int row) {
            isUnused = isUnused && !(marks(cellAt(column, row)) & (used(true) | used(false)));
        });
    return isUnused;
}

void RouteGrid::count(int column, int row, bool across, int by)
{
    Cell& cell = m_cells[static_cast<std::size_t>(cellAt(column, row))];
    const int before = across ? cell.across : cell.down;
    if (before == kCountless) return;
    const int routes = std::max(0, before + by);
    if (across)
        cell.across = static_cast<std::uint8_t>(routes & kCountless);
    else
        cell.down = static_cast<std::uint8_t>(routes & kCountless);
    if ((before != 0) == (routes != 0)) return;
    cell.marks = static_cast<std::uint8_t>(routes ? cell.marks | used(across) : cell.marks & ~used(across));
    const int x = across ? 0 : 1;
    updateNeighbour(column - x, row - (1 - x), across);
    updateNeighbour(column + x, row + (1 - x), across);
}

void RouteGrid::updateNeighbour(int column, int row, bool across)
{
    const auto isUsed = [&](int c, int r) {
        return c >= 0 && r >= 0 && c < m_columns && r < m_rows && (marks(cellAt(c, r)) & used(across));
    };
    if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) return;
    const bool has = across ? isUsed(column, row - 1) || isUsed(column, row + 1)
                            : isUsed(column - 1, row) || isUsed(column + 1, row);
    auto& marks = m_cells[static_cast<std::size_t>(cellAt(column, row))].marks;
    marks = static_cast<std::uint8_t>(has ? marks | neighbour(across) : marks & ~neighbour(across));
}

}  // namespace lintel::model::layout
