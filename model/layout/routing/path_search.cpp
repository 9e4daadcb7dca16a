#include "model/layout/routing/path_search.h"

#include <algorithm>
#include <array>
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

}  // namespace

PathSearch::PathSearch(const RouteGrid& grid) : m_grid(grid)
{
    const auto states = static_cast<std::size_t>(grid.cellCount()) * 4;
    m_cost.resize(states);
    m_previous.resize(states);
    m_round.assign(states, 0);
    m_isGoal.assign(static_cast<std::size_t>(grid.cellCount()), false);
}

int PathSearch::stepCost(int cell, int direction, const std::vector<bool>& isForeign) const
{
    const bool across = isAcross(direction);
    int cost = kStep;
    if (m_grid.used(cell, across)) cost += kShared;
    if (m_grid.used(cell, !across)) cost += kCrossing;
    if (m_grid.hasNeighbour(cell, across)) cost += kNarrow;
    if (m_grid.isOnBorder(cell, across)) cost += kAlongBorder;
    const int container = m_grid.containerAt(cell);
    if (container >= 0 && isForeign[static_cast<std::size_t>(container)]) cost += kForeign;
    return cost;
}

int PathSearch::estimate(int cell, int direction) const
{
    const int column = cell % m_grid.columns();
    const int row = cell / m_grid.columns();
    const int dx = column < m_goalLeft ? m_goalLeft - column : std::min(0, m_goalRight - column);
    const int dy = row < m_goalTop ? m_goalTop - row : std::min(0, m_goalBottom - row);
    const int ahead = direction == kRight ? dx : direction == kLeft ? -dx : direction == kDown ? dy : -dy;
    const int aside = isAcross(direction) ? dy : dx;
    const int bends = ahead < 0 ? 2 : aside != 0 ? 1 : 0;
    return (std::abs(dx) + std::abs(dy)) * kStep + bends * kBend;
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
    const auto at = static_cast<std::size_t>(state);
    if (m_round[at] == m_search && m_cost[at] <= cost) return;
    m_round[at] = m_search;
    m_cost[at] = cost;
    m_previous[at] = previous;
    m_open.push({cost + estimate(state / 4, state % 4), state});
}

void PathSearch::arrive(int state, const std::vector<Port>& to, const std::vector<bool>& isForeign)
{
    const int cell = state / 4;
    const int direction = state % 4;
    for (const Port& port : to) {
        const int arrival = (port.direction + 2) % 4;
        if (port.cell != cell || port.direction == direction) continue;
        const int turn = arrival == direction ? 0 : kBend + stepCost(cell, arrival, isForeign) - kStep;
        const int total = m_cost[static_cast<std::size_t>(state)] + port.cost + turn;
        if (total < m_best.cost) m_best = {total, state, &port};
    }
}

void PathSearch::expand(int state, const std::vector<bool>& isForeign)
{
    const int cell = state / 4;
    const int direction = state % 4;
    const int cost = m_cost[static_cast<std::size_t>(state)];
    const int column = cell % m_grid.columns();
    const int row = cell / m_grid.columns();
    const std::array<int, 4> offsets{1, m_grid.columns(), -1, -m_grid.columns()};
    for (int next = 0; next < 4; ++next) {
        if (next == (direction + 2) % 4) continue;
        if ((next == kRight && column + 1 >= m_grid.columns()) || (next == kLeft && column == 0) ||
            (next == kDown && row + 1 >= m_grid.rows()) || (next == kUp && row == 0)) continue;
        const int target = cell + offsets[static_cast<std::size_t>(next)];
        if (m_grid.isBlocked(target)) continue;
        // Turning on top of another route's corner would share that corner.
        const int turn = next == direction ? 0 : kBend + (m_grid.used(cell, isAcross(next)) ? kShared : 0);
        reach(target * 4 + next, cost + stepCost(target, next, isForeign) + turn, state);
    }
}

std::optional<std::vector<Point>> PathSearch::find(const std::vector<Port>& from, const std::vector<Port>& to,
                                                   const std::vector<bool>& isForeign)
{
    if (from.empty() || to.empty()) return std::nullopt;
    ++m_search;
    m_open = {};
    m_best = {};
    setGoals(to, true);
    for (std::size_t i = 0; i < from.size(); ++i)
        reach(from[i].cell * 4 + from[i].direction, from[i].cost + stepCost(from[i].cell, from[i].direction, isForeign), -1 - static_cast<int>(i));
    while (!m_open.empty() && m_open.top().estimate < m_best.cost) {
        const auto [estimated, state] = m_open.top();
        m_open.pop();
        if (estimated > m_cost[static_cast<std::size_t>(state)] + estimate(state / 4, state % 4)) continue;
        if (m_isGoal[static_cast<std::size_t>(state / 4)]) arrive(state, to, isForeign);
        expand(state, isForeign);
    }
    setGoals(to, false);
    if (!m_best.port) return std::nullopt;
    return trace(m_best.state, from, *m_best.port);
}

std::vector<Point> PathSearch::trace(int state, const std::vector<Port>& from, const Port& last) const
{
    std::vector<Point> points{last.end, m_grid.pointOf(last.cell)};
    int at = state;
    while (true) {
        points.push_back(m_grid.pointOf(at / 4));
        const int previous = m_previous[static_cast<std::size_t>(at)];
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
