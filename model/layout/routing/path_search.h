#pragma once

#include "model/layout/routing/open_list.h"
#include "model/layout/routing/port.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace lintel::model::layout {

/// Finds the cheapest orthogonal path between two sets of ports: short, few bends, few crossings, not on top of
/// other routes, through foreign containers only where there is no way around. Keeps its work space between searches.
class PathSearch {
public:
    /// `haste`: how many per cent more a path may cost for being found sooner. `crossing`: what passing over another
    /// route costs; a step of the grid costs 10.
    PathSearch(const RouteGrid& grid, int haste, int crossing);

    /// `isForeign[i]`: the i-th block of the geometry is a container that holds neither end.
    std::optional<std::vector<Point>> find(const std::vector<Port>& from, const std::vector<Port>& to,
                                           const std::vector<char>& isForeign);

private:
    /// A cell and the axis along which it was reached.
    static constexpr int stateOf(int cell, bool across) { return cell * 2 + (across ? 0 : 1); }
    struct Best {
        int cost = 1 << 30;
        int state = -1;
        const Port* port = nullptr;
    };
    /// What it costs to get there (0 = not reached in this search), and how that is done: four bytes, since there are
    /// two for every cell.
    struct State {
        std::uint32_t cost : 28 = 0;
        std::uint32_t from : 4 = 0;
    };
    static_assert(sizeof(State) == 4);

    bool search(const std::vector<Port>& from, const std::vector<Port>& to, const std::vector<char>& isForeign,
                bool mayPassForeign);
    int stepCost(int cell, bool across, const std::vector<char>& isForeign) const;
    /// What the way from here must cost at least (more when hasty).
    int estimate(int column, int row, bool across) const;
    void markGoals(const std::vector<Port>& to, bool areGoals);
    void setGoals(const std::vector<Port>& from, const std::vector<Port>& to);
    int paidFor(int state) const { return static_cast<int>(m_states[static_cast<std::size_t>(state)].cost); }
    void forget();
    void reach(int state, int cost, int estimated, unsigned from);
    void arrive(int state, const std::vector<Port>& to, const std::vector<char>& isForeign);
    void expand(int state, int column, int row, const std::vector<char>& isForeign, bool mayPassForeign);
    std::vector<Point> trace(int state, const std::vector<Port>& from, const Port& last) const;

    const RouteGrid& m_grid;
    int m_haste;
    OpenList m_open;
    Best m_best;
    std::array<std::array<std::array<int, 128>, 2>, 2> m_costs{};  ///< of a step, by crowd, axis and marks of the cell
    bool m_isCrowded = false;                                      ///< no way without sharing a place at an end
    std::vector<State> m_states;
    std::vector<int> m_reached;      ///< the states to forget before the next search
    std::vector<bool> m_isGoal;      ///< by cell
    std::vector<int> m_columnsToGo;  ///< by column: least cost of the steps across
    std::vector<int> m_rowsToGo;
    int m_bend = 0;
    int m_arrival = 0;  ///< what the last step must cost at least
};

}  // namespace lintel::model::layout
