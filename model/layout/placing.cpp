#include "model/layout/placing.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/outside_layout.h"
#include "model/layout/settling.h"
#include "model/layout/vpc_layout.h"

#include <algorithm>
#include <numeric>

namespace lintel::model::layout {

namespace {

constexpr int kAlignments = 2;

void layOut(LayoutTree& tree, int node)
{
    for (const int child : tree[node].children) layOut(tree, child);
    if (!tree[node].isContainer) {
        const Size size = naturalSize(tree, node);
        tree[node].rect = {0, 0, size.width, size.height};
    } else if (isOutside(tree, node)) {
        layoutOutside(tree, node);
    } else if (tree[node].kindName() == "vpc") {
        layoutVpc(tree, node);
    } else {
        layoutGeneric(tree, node);
    }
}

double mean(const std::vector<int>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// One of the values: who stands there stands straight above a neighbour.
int median(std::vector<int>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Where a node's neighbours (and those of everything it holds) are on average.
void updateWishes(LayoutTree& tree)
{
    std::vector<Point> centers(static_cast<std::size_t>(tree.size()));
    std::vector<Point> origins(static_cast<std::size_t>(tree.size()));
    std::vector<int> open{0};
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        const auto at = static_cast<std::size_t>(node);
        centers[at] = tree[node].rect.translated(origins[at] - tree[node].rect.topLeft()).center();
        for (const int child : tree[node].children) {
            origins[static_cast<std::size_t>(child)] = origins[at] + tree[child].rect.topLeft();
            open.push_back(child);
        }
    }
    struct Ends {
        std::vector<int> x;
        std::vector<int> y;
    };
    std::vector<Ends> ends(static_cast<std::size_t>(tree.size()));
    for (int node = 1; node < tree.size(); ++node) {
        for (const int neighbour : tree[node].neighbours) {
            const Point center = centers[static_cast<std::size_t>(neighbour)];
            for (int at = node; at > 0 && !tree.isWithin(neighbour, at); at = tree[at].parent) {
                ends[static_cast<std::size_t>(at)].x.push_back(center.x);
                ends[static_cast<std::size_t>(at)].y.push_back(center.y);
            }
        }
    }
    for (int node = 1; node < tree.size(); ++node) {
        Ends& own = ends[static_cast<std::size_t>(node)];
        const Point center = centers[static_cast<std::size_t>(node)];
        tree[node].wishX = own.x.empty() ? center.x : mean(own.x);
        tree[node].alignX = own.x.empty() ? center.x : median(own.x);
        tree[node].wishY = own.y.empty() ? center.y : mean(own.y);
    }
}

}  // namespace

void place(LayoutTree& tree, Scope scope, const Manner& manner)
{
    // Ordering by neighbours needs places, and places need an order: a few rounds settle it.
    for (int round = 0; round < manner.rounds; ++round) {
        layOut(tree, 0);
        updateWishes(tree);
    }
    exchangePlaces(tree, manner.weights);
    for (int round = 0; round < kAlignments; ++round) {
        updateWishes(tree);
        alignRows(tree, 0);
    }
    settle(tree, scope);
}

}  // namespace lintel::model::layout
