#include "model/layout/routing/path_search.h"

#include <algorithm>
#include <cstdlib>

namespace lintel::model::layout {

namespace {

constexpr int kStep = 10;
constexpr int kBend = 70;
constexpr int kCrossing = 90;
constexpr int kShared = 2000;      ///< on top of another route
constexpr int kNarrow = 5;         ///< right beside another route while there is room elsewhere
constexpr int kAlongBorder = 60;   ///< on top of a container's border
constexpr int kForeign = 300;      ///< inside a container that holds neither end

int costOf(unsigned marks, bool across)
{
    int cost = kStep;
    if (marks & RouteGrid::used(across)) cost += kShared;
    if (marks & RouteGrid::used(!across)) cost += kCrossing;
    if (marks & RouteGrid::neighbour(across)) cost += kNarrow;
    if (marks & RouteGrid::border(across)) cost += kAlongBorder;
    return cost;
}

}  // namespace

PathSearch::PathSearch(const RouteGrid& grid, int haste) : m_grid(grid), m_haste(haste)
{
    m_states.resize(static_cast<std::size_t>(grid.cellCount()) * 2);
    m_isGoal.assign(static_cast<std::size_t>(grid.cellCount()), false);
    for (unsigned marks = 0; marks < m_stepCosts[0].size(); ++marks) {
        m_stepCosts[0][marks] = costOf(marks, true);
        m_stepCosts[1][marks] = costOf(marks, false);
    }
}

int PathSearch::stepCost(int cell, bool across, const std::vector<char>& isForeign) const
{
    const int cost = m_stepCosts[across ? 0 : 1][m_grid.marks(cell)];
    const int container = m_grid.containerAt(cell);
    return container >= 0 && isForeign[static_cast<std::size_t>(container)] ? cost + kForeign : cost;
}

int PathSearch::estimate(int cell, bool across) const
{
    const int column = cell % m_grid.columns();
    const int row = cell / m_grid.columns();
    const int dx = column < m_goalLeft ? m_goalLeft - column : std::max(0, column - m_goalRight);
    const int dy = row < m_goalTop ? m_goalTop - row : std::max(0, row - m_goalBottom);
    const int bends = (across ? dy : dx) != 0 ? 1 : 0;
    return ((dx + dy) * kStep + bends * kBend) * (100 + m_haste) / 100;
}

void PathSearch::setGoals(const std::vector<Port>& to, bool areGoals)
{
    m_goalLeft = m_goalTop = 1 << 28;
    m_goalRight = m_goalBottom = 0;
    for (const Port& port : to) {
        m_isGoal[static_cast<std::size_t>(port.cell)] = areGoals;
        m_goalLeft = std::min(m_goalLeft, port.cell % m_grid.columns());
        m_goalRight = std::max(m_goalRight, port.cell % m_grid.columns());
        m_goalTop = std::min(m_goalTop, port.cell / m_grid.columns());
        m_goalBottom = std::max(m_goalBottom, port.cell / m_grid.columns());
    }
}

void PathSearch::reach(int state, int cost, int previous)
{
    State& at = m_states[static_cast<std::size_t>(state)];
    if (at.round == m_search && at.cost <= cost) return;
    at = {cost, previous, m_search};
    m_open.push(cost + estimate(state / 2, state % 2 == 0), state);
}

void PathSearch::arrive(int state, const std::vector<Port>& to, const std::vector<char>& isForeign)
{
    const int cell = state / 2;
    const bool across = state % 2 == 0;
    for (const Port& port : to) {
        if (port.cell != cell) continue;
        const bool arrivesAcross = isAcross(port.direction);
        const int turn = arrivesAcross == across ? 0 : kBend + stepCost(cell, arrivesAcross, isForeign) - kStep;
        const int total = m_states[static_cast<std::size_t>(state)].cost + port.cost + turn;
        if (total < m_best.cost) m_best = {total, state, &port};
    }
}

void PathSearch::expand(int state, const std::vector<char>& isForeign, bool mayPassForeign)
{
    const int cell = state / 2;
    const bool across = state % 2 == 0;
    const int cost = m_states[static_cast<std::size_t>(state)].cost;
    // Turning on top of another route's corner would share that corner.
    const int turn = kBend + (m_grid.marks(cell) & RouteGrid::used(!across) ? kShared : 0);
    const int column = cell % m_grid.columns();
    const int row = cell / m_grid.columns();
    const auto step = [&](int target, bool goesAcross) {
        if (m_grid.isBlocked(target)) return;
        const int container = m_grid.containerAt(target);
        if (!mayPassForeign && container >= 0 && isForeign[static_cast<std::size_t>(container)]) return;
        reach(stateOf(target, goesAcross), cost + stepCost(target, goesAcross, isForeign) + (goesAcross == across ? 0 : turn), state);
    };
    if (column + 1 < m_grid.columns()) step(cell + 1, true);
    if (column > 0) step(cell - 1, true);
    if (row + 1 < m_grid.rows()) step(cell + m_grid.columns(), false);
    if (row > 0) step(cell - m_grid.columns(), false);
}

bool PathSearch::search(const std::vector<Port>& from, const std::vector<Port>& to, const std::vector<char>& isForeign, bool mayPassForeign)
{
    ++m_search;
    m_open.clear();
    m_best = {};
    for (std::size_t i = 0; i < from.size(); ++i) {
        const bool across = isAcross(from[i].direction);
        reach(stateOf(from[i].cell, across), from[i].cost + stepCost(from[i].cell, across, isForeign), -1 - static_cast<int>(i));
    }
    while (!m_open.isEmpty()) {
        const auto [estimated, state] = m_open.pop();
        if (estimated >= m_best.cost) break;
        if (estimated > m_states[static_cast<std::size_t>(state)].cost + estimate(state / 2, state % 2 == 0)) continue;
        if (m_isGoal[static_cast<std::size_t>(state / 2)]) arrive(state, to, isForeign);
        expand(state, isForeign, mayPassForeign);
    }
    return m_best.port != nullptr;
}

std::optional<std::vector<Point>> PathSearch::find(const std::vector<Port>& from, const std::vector<Port>& to,
                                                   const std::vector<char>& isForeign)
{
    if (from.empty() || to.empty()) return std::nullopt;
    setGoals(to, true);
    const bool isFound = search(from, to, isForeign, false) || search(from, to, isForeign, true);
    setGoals(to, false);
    if (!isFound) return std::nullopt;
    return trace(m_best.state, from, *m_best.port);
}

std::vector<Point> PathSearch::trace(int state, const std::vector<Port>& from, const Port& last) const
{
    std::vector<Point> points{last.end, m_grid.pointOf(last.cell)};
    int at = state;
    while (true) {
        points.push_back(m_grid.pointOf(at / 2));
        const int previous = m_states[static_cast<std::size_t>(at)].previous;
        if (previous < 0) {
            points.push_back(from[static_cast<std::size_t>(-1 - previous)].end);
            break;
        }
        at = previous;
    }
    std::reverse(points.begin(), points.end());
    return points;
}

}  // namespace lintel::model::layout
