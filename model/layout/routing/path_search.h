#pragma once

#include "model/layout/routing/port.h"

#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace lintel::model::layout {

/// Finds the cheapest orthogonal path between two sets of ports: short, few bends, few crossings, not on top of
/// other routes, not through foreign containers while there is a way around. Keeps its work space between searches.
class PathSearch {
public:
    explicit PathSearch(const RouteGrid& grid);

    /// `isForeign[i]`: the i-th block of the geometry is a container that holds neither end.
    std::optional<std::vector<Point>> find(const std::vector<Port>& from, const std::vector<Port>& to, const std::vector<bool>& isForeign);

private:
    struct Open {
        int estimate;
        int state;
        bool operator>(const Open& other) const
        {
            return estimate != other.estimate ? estimate > other.estimate : state > other.state;
        }
    };

    int stepCost(int cell, int direction, const std::vector<bool>& isForeign) const;
    /// What the way from here must cost at least.
    int estimate(int cell, int direction) const;
    void setGoals(const std::vector<Port>& to, bool areGoals);
    void reach(int state, int cost, int previous);
    void arrive(int state, const std::vector<Port>& to, const std::vector<bool>& isForeign);
    void expand(int state, const std::vector<bool>& isForeign);
    std::vector<Point> trace(int state, const std::vector<Port>& from, const Port& last) const;

    struct Best {
        int cost = 1 << 30;
        int state = -1;
        const Port* port = nullptr;
    };

    const RouteGrid& m_grid;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> m_open;
    Best m_best;
    std::vector<int> m_cost;
    std::vector<int> m_previous;     ///< state before; -1 - port index at the start
    std::vector<unsigned> m_round;   ///< the search in which the two above were written
    std::vector<char> m_isGoal;      ///< by cell
    unsigned m_search = 0;
    int m_goalLeft = 0, m_goalRight = 0, m_goalTop = 0, m_goalBottom = 0;
};

}  // namespace lintel::model::layout
