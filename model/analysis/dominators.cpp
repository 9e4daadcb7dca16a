#include "model/analysis/dominators.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

namespace lintel::model::analysis {

namespace {

std::vector<bool> reachedFrom(const std::vector<std::vector<std::size_t>>& edges, std::size_t root)
{
    std::vector<bool> reached(edges.size(), false);
    std::vector<std::size_t> queue{root};
    reached[root] = true;
    while (!queue.empty()) {
        const std::size_t at = queue.back();
        queue.pop_back();
        for (const std::size_t to : edges[at]) {
            if (!reached[to]) queue.push_back(to);
            reached[to] = true;
        }
    }
    return reached;
}

}  // namespace

std::vector<std::size_t> immediateDominators(const std::vector<std::vector<std::size_t>>& edges, std::size_t root)
{
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    Graph graph(edges.size());
    // Boost takes every way into a vertex into account, those from vertices that nobody reaches too.
    const std::vector<bool> reached = reachedFrom(edges, root);
    for (std::size_t from = 0; from < edges.size(); ++from)
        for (const std::size_t to : edges[from])
            if (reached[from]) boost::add_edge(from, to, graph);
    std::vector<std::size_t> dominators(edges.size(), kNoDominator);
    boost::lengauer_tarjan_dominator_tree(
        graph, root, boost::make_iterator_property_map(dominators.begin(), boost::get(boost::vertex_index, graph)));
    return dominators;
}

}  // namespace lintel::model::analysis
