#include "model/layout/flow_rows.h"

#include <algorithm>

namespace lintel::model::layout {

namespace {

/// Longest ways through a graph whose circles are cut where a walk in the order of the nodes closes them.
class Ranks {
public:
    Ranks(const LayoutTree& tree, const std::vector<int>& nodes) : m_next(nodes.size()), m_before(nodes.size())
    {
        std::map<int, std::size_t> places;
        for (std::size_t i = 0; i < nodes.size(); ++i) places[nodes[i]] = i;
        for (const Connection& connection : tree.document().connections) {
            const auto from = places.find(tree.find(connection.from));
            const auto to = places.find(tree.find(connection.to));
            if (from != places.end() && to != places.end() && from != to) m_next[from->second].push_back(to->second);
        }
        m_isOpen.assign(nodes.size(), false);
        m_isDone.assign(nodes.size(), false);
        for (std::size_t i = 0; i < nodes.size(); ++i) walk(i);
        rank();
    }

    /// -1 = joined to nothing.
    int of(std::size_t place) const { return m_next[place].empty() && m_before[place].empty() ? -1 : m_ranks[place]; }

private:
    void walk(std::size_t at)
    {
        if (m_isDone[at]) return;
        m_isOpen[at] = true;
        std::erase_if(m_next[at], [&](std::size_t next) { return m_isOpen[next]; });
        for (const std::size_t next : m_next[at]) {
            m_before[next].push_back(at);
            walk(next);
        }
        m_isOpen[at] = false;
        m_isDone[at] = true;
        m_order.push_back(at);  // after all it leads to
    }

    void rank()
    {
        m_ranks.assign(m_next.size(), 0);
        for (auto at = m_order.rbegin(); at != m_order.rend(); ++at)
            for (const std::size_t next : m_next[*at]) m_ranks[next] = std::max(m_ranks[next], m_ranks[*at] + 1);
        // Where a flow begins late, it begins right above what it leads to.
        for (const std::size_t at : m_order) {
            if (!m_before[at].empty() || m_next[at].empty()) continue;
            int least = m_ranks[m_next[at].front()];
            for (const std::size_t next : m_next[at]) least = std::min(least, m_ranks[next]);
            m_ranks[at] = least - 1;
        }
    }

    std::vector<std::vector<std::size_t>> m_next;
    std::vector<std::vector<std::size_t>> m_before;
    std::vector<bool> m_isOpen;
    std::vector<bool> m_isDone;
    std::vector<std::size_t> m_order;
    std::vector<int> m_ranks;
};

}  // namespace

std::vector<std::vector<int>> flowRows(const LayoutTree& tree, const std::vector<int>& nodes)
{
    const Ranks ranks(tree, nodes);
    std::map<int, std::vector<int>> rows;
    std::vector<int> apart;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const int rank = ranks.of(i);
        const bool isCalledFromOutside = rank < 0 && !tree[nodes[i]].neighbours.empty();
        (rank < 0 && !isCalledFromOutside ? apart : rows[std::max(rank, 0)]).push_back(nodes[i]);
    }
    std::vector<std::vector<int>> result;
    for (auto& [rank, row] : rows) result.push_back(std::move(row));
    if (!apart.empty()) result.push_back(std::move(apart));
    return result;
}

}  // namespace lintel::model::layout
