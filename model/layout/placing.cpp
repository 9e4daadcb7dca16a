#include "model/layout/placing.h"

#include "model/layout/block_shape.h"
#include "model/layout/container_layout.h"
#include "model/layout/exchange.h"
#include "model/layout/outside_layout.h"
#include "model/layout/settling.h"
#include "model/layout/vpc_layout.h"

namespace lintel::model::layout {

namespace {

/// Ordering by neighbours needs places, and places need an order: a few rounds settle it.
constexpr int kRounds = 3;

bool isOutside(const LayoutTree& tree, int node)
{
    const std::string_view kind = tree[node].kindName();
    return node == 0 || kind == "account" || kind == "region";
}

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

/// Where a node's neighbours (and those of everything it holds) are on average.
void updateWishes(LayoutTree& tree)
{
    struct Sum {
        double x = 0;
        double y = 0;
        int count = 0;
    };
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
    std::vector<Sum> sums(static_cast<std::size_t>(tree.size()));
    for (int node = 1; node < tree.size(); ++node) {
        for (const int neighbour : tree[node].neighbours) {
            const Point center = centers[static_cast<std::size_t>(neighbour)];
            for (int at = node; at > 0 && !tree.isWithin(neighbour, at); at = tree[at].parent) {
                Sum& sum = sums[static_cast<std::size_t>(at)];
                sum.x += center.x;
                sum.y += center.y;
                ++sum.count;
            }
        }
    }
    for (int node = 1; node < tree.size(); ++node) {
        const Sum& sum = sums[static_cast<std::size_t>(node)];
        const Point own = centers[static_cast<std::size_t>(node)];
        tree[node].wishX = sum.count ? sum.x / sum.count : own.x;
        tree[node].wishY = sum.count ? sum.y / sum.count : own.y;
    }
}

}  // namespace

void place(LayoutTree& tree, Scope scope)
{
    for (int round = 0; round < kRounds; ++round) {
        layOut(tree, 0);
        updateWishes(tree);
    }
    exchangePlaces(tree);
    settle(tree, scope);
}

}  // namespace lintel::model::layout
