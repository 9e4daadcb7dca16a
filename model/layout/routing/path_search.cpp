#include "model/layout/routing/path_search.h"

#include <algorithm>
#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kStep = 10;
constexpr int kBend = 70;
constexpr int kShared = 2000;       ///< on top of another route
constexpr int kCrowded = 150;       ///< the same where an end has no free place left: some other route must be shared
constexpr int kNarrow = 5;          ///< right beside another route while there is room elsewhere
constexpr int kAlongBorder = 60;    ///< on top of a container's border
constexpr int kThroughBorder = 30;  ///< what is inside stays inside: no line leaves a container to come back
constexpr int kForeign = 300;       ///< inside a container that holds neither end
constexpr int kOutside = 2;         ///< outside all containers: lines do not run around the whole drawing lightly

/// How a state was reached: from a port, by a step along the axis, or by turning in the cell.
constexpr unsigned kStart = 1, kForwards = 2, kBackwards = 3, kTurn = 4;

int costOf(unsigned marks, bool across, int crossing, int shared)
{
    int cost = kStep;
    if (marks & RouteGrid::used(across)) cost += shared;
    if (marks & RouteGrid::used(!across)) cost += crossing;
    if (marks & RouteGrid::neighbour(across)) cost += kNarrow;
    if (marks & RouteGrid::border(across)) cost += kAlongBorder;
    if (marks & RouteGrid::border(!across)) cost += kThroughBorder;
    return cost;
}

}  // namespace

PathSearch::PathSearch(const RouteGrid& grid, int haste, int crossing) : m_grid(grid), m_haste(haste)
{
    m_states.resize(static_cast<std::size_t>(grid.cellCount()) * 2);
    m_isGoal.resize(static_cast<std::size_t>(grid.cellCount()));
    m_columnsToGo.resize(static_cast<std::size_t>(grid.columns()));
    m_rowsToGo.resize(static_cast<std::size_t>(grid.rows()));
    for (const bool isCrowded : {false, true}) {
        const int shared = isCrowded ? kCrowded : kShared;
        for (unsigned marks = 0; marks < 128; ++marks) {
            m_costs[isCrowded][0][marks] = costOf(marks, true, crossing, shared);
            m_costs[isCrowded][1][marks] = costOf(marks, false, crossing, shared);
        }
    }
}

int PathSearch::stepCost(int cell, bool across, const std::vector<char>& isForeign) const
{
    const int cost = m_costs[m_isCrowded][across ? 0 : 1][m_grid.marks(cell)];
    const int container = m_grid.containerAt(cell);
    if (container < 0) return cost + kOutside;
    return isForeign[static_cast<std::size_t>(container)] ? cost + kForeign : cost;
}

int PathSearch::estimate(int column, int row, bool across) const
{
    const int dx = m_columnsToGo[static_cast<std::size_t>(column)];
    const int dy = m_rowsToGo[static_cast<std::size_t>(row)];
    return dx + dy + ((across ? dy : dx) != 0 ? m_bend : 0) + m_arrival;
}

void PathSearch::markGoals(const std::vector<Port>& to, bool areGoals)
{
    for (const Port& port : to) m_isGoal[static_cast<std::size_t>(port.cell)] = areGoals;
}

void PathSearch::setGoals(const std::vector<Port>& from, const std::vector<Port>& to)
{
    int left = m_grid.columns(), right = 0, top = m_grid.rows(), bottom = 0;
    for (const Port& port : to) {
        left = std::min(left, port.cell % m_grid.columns());
        right = std::max(right, port.cell % m_grid.columns());
        top = std::min(top, port.cell / m_grid.columns());
        bottom = std::max(bottom, port.cell / m_grid.columns());
    }
    const int weight = 100 + m_haste;
    m_bend = kBend * weight / 100;
    // Where every way out or in is taken already, whatever way is found shares one. Looking for a way without would
    // lead through the whole drawing.
    const auto isTaken = [&](const Port& port) {
        return (m_grid.marks(port.cell) & RouteGrid::used(isAcross(port.direction))) != 0;
    };
    const bool isFull = std::all_of(to.begin(), to.end(), isTaken);
    m_isCrowded = isFull || std::all_of(from.begin(), from.end(), isTaken);
    m_arrival = isFull ? kCrowded : 0;
    const auto fill = [&](std::vector<int>& toGo, int low, int high) {
        for (int i = 0; i < static_cast<int>(toGo.size()); ++i)
            toGo[static_cast<std::size_t>(i)] = std::max({0, low - i, i - high}) * kStep * weight / 100;
    };
    fill(m_columnsToGo, left, right);
    fill(m_rowsToGo, top, bottom);
}

void PathSearch::forget()
{
    for (const int state : m_reached) m_states[static_cast<std::size_t>(state)].cost = 0;
    m_reached.clear();
    m_open.clear();
    m_best = {};
}

void PathSearch::reach(int state, int cost, int estimated, unsigned from)
{
    if (cost + estimated >= m_best.cost) return;
    State& at = m_states[static_cast<std::size_t>(state)];
    const auto paid = static_cast<std::uint32_t>(cost);
    if (at.cost != 0 && at.cost <= paid) return;
    if (at.cost == 0) m_reached.push_back(state);
    at.cost = paid & 0x0FFFFFFFU;
    at.from = from & 0xFU;
    m_open.push(cost + estimated, state);
}

void PathSearch::arrive(int state, const std::vector<Port>& to, const std::vector<char>& isForeign)
{
    const int cell = state / 2;
    const bool across = state % 2 == 0;
    for (const Port& port : to) {
        if (port.cell != cell) continue;
        const bool arrivesAcross = isAcross(port.direction);
        const int turn = arrivesAcross == across ? 0 : kBend + stepCost(cell, arrivesAcross, isForeign) - kStep;
        const int total = paidFor(state) + port.cost + turn;
        if (total < m_best.cost) m_best = {total, state, &port};
    }
}

void PathSearch::expand(int state, int column, int row, const std::vector<char>& isForeign, bool mayPassForeign)
{
    const int cell = state / 2;
    const bool across = state % 2 == 0;
    const int cost = paidFor(state);
    const auto step = [&](int dx, int dy, int target) {
        if (m_grid.isBlocked(target)) return;
        const int container = m_grid.containerAt(target);
        if (!mayPassForeign && container >= 0 && isForeign[static_cast<std::size_t>(container)]) return;
        reach(stateOf(target, across), cost + stepCost(target, across, isForeign),
              estimate(column + dx, row + dy, across), dx + dy > 0 ? kForwards : kBackwards);
    };
    const unsigned from = m_states[static_cast<std::size_t>(state)].from;
    if (from != kBackwards && (across ? column + 1 < m_grid.columns() : row + 1 < m_grid.rows()))
        step(across, !across, cell + (across ? 1 : m_grid.columns()));
    if (from != kForwards && (across ? column : row) > 0)
        step(-across, -!across, cell - (across ? 1 : m_grid.columns()));
    if (from == kTurn) return;
    // Turning on top of another route's corner would share that corner.
    const int shared = m_isCrowded ? kCrowded : kShared;
    const int turn = kBend + (m_grid.marks(cell) & RouteGrid::used(!across) ? shared : 0);
    reach(stateOf(cell, !across), cost + turn, estimate(column, row, !across), kTurn);
}

bool PathSearch::search(const std::vector<Port>& from, const std::vector<Port>& to, const std::vector<char>& isForeign,
                        bool mayPassForeign)
{
    forget();
    const int columns = m_grid.columns();
    for (const Port& port : from) {
        const bool across = isAcross(port.direction);
        reach(stateOf(port.cell, across), port.cost + stepCost(port.cell, across, isForeign),
              estimate(port.cell % columns, port.cell / columns, across), kStart);
    }
    while (!m_open.isEmpty()) {
        const auto [estimated, state] = m_open.pop();
        if (estimated >= m_best.cost) break;
        const int column = state / 2 % columns;
        const int row = state / 2 / columns;
        if (estimated > paidFor(state) + estimate(column, row, state % 2 == 0)) continue;
        if (m_isGoal[static_cast<std::size_t>(state / 2)]) arrive(state, to, isForeign);
        expand(state, column, row, isForeign, mayPassForeign);
    }
    return m_best.port != nullptr;
}

std::optional<std::vector<Point>> PathSearch::find(const std::vector<Port>& from, const std::vector<Port>& to,
                                                   const std::vector<char>& isForeign)
{
    if (from.empty() || to.empty()) return std::nullopt;
    setGoals(from, to);
    markGoals(to, true);
    const bool isFound = search(from, to, isForeign, false) || search(from, to, isForeign, true);
    markGoals(to, false);
    if (!isFound) return std::nullopt;
    return trace(m_best.state, from, *m_best.port);
}

std::vector<Point> PathSearch::trace(int state, const std::vector<Port>& from, const Port& last) const
{
    std::vector<Point> points{last.end, m_grid.pointOf(last.cell)};
    while (true) {
        points.push_back(m_grid.pointOf(state / 2));
        const unsigned how = m_states[static_cast<std::size_t>(state)].from;
        const bool across = state % 2 == 0;
        if (how == kStart) {
            const Port* first = nullptr;
            for (const Port& port : from)
                if (port.cell == state / 2 && isAcross(port.direction) == across && (!first || port.cost < first->cost))
                    first = &port;
            points.push_back(first->end);
            break;
        }
        if (how == kTurn) {
            state = stateOf(state / 2, !across);
            continue;
        }
        const int step = (across ? 1 : m_grid.columns()) * (how == kForwards ? 1 : -1);
        state = stateOf(state / 2 - step, across);
    }
    std::reverse(points.begin(), points.end());
    return points;
}

}  // namespace lintel::model::layout
