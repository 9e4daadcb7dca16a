#include "model/layout/choice.h"

#include "model/layout/placing.h"
#include "model/layout/routing/router.h"
#include "model/layout/shapes.h"

#include <array>
#include <cstdlib>
#include <limits>

namespace lintel::model::layout {

namespace {

/// More connections are a pattern rather than single lines, and take too long to be routed again and again.
constexpr std::size_t kMostConnections = 120;
constexpr long kCrossing = 500;  ///< as bad as so much length
constexpr long kBend = 40;

/// The first is what larger drawings get; of equal ones the earlier is kept.
constexpr std::array kManners{Manner{3, {100, 120}}, Manner{1, {100, 120}}, Manner{5, {100, 120}},
                              Manner{4, {200, 60}},  Manner{3, {200, 60}},  Manner{2, {50, 120}}};

bool isOneOfMany(const LayoutTree& tree, Scope scope)
{
    const std::size_t connections = tree.document().connections.size();
    if (connections < 2 || connections > kMostConnections) return false;
    // Around what stays there is little to choose.
    for (int node = 1; node < tree.size(); ++node)
        if (scope == Scope::All ? tree[node].isPinned : tree[node].isPlaced) return false;
    return true;
}

/// A piece of a line that runs across or down.
struct Piece {
    Point low, high;
    std::size_t route;
};

long crossings(const std::vector<Piece>& across, const std::vector<Piece>& down)
{
    long count = 0;
    for (const Piece& a : across)
        for (const Piece& d : down)
            if (a.route != d.route && a.low.x < d.low.x && d.low.x < a.high.x && d.low.y < a.low.y &&
                a.low.y < d.high.y)
                ++count;
    return count;
}

/// The less, the better can the drawing be read.
long costOf(const LayoutTree& tree)
{
    const Geometry geometry = shapesOf(tree);
    std::vector<Piece> across, down;
    long sum = geometry.bounds.width + geometry.bounds.height;
    const std::vector<Route> routes = routeRoughly(tree.document(), geometry);
    for (std::size_t route = 0; route < routes.size(); ++route) {
        const std::vector<Point>& points = routes[route].points;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const Point a = points[i - 1], b = points[i];
            sum += std::abs(a.x - b.x) + std::abs(a.y - b.y) + kBend;
            (a.y == b.y ? across : down)
                .push_back({{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}, route});
        }
    }
    return sum + kCrossing * crossings(across, down);
}

}  // namespace

void placeWell(LayoutTree& tree, Scope scope)
{
    if (!isOneOfMany(tree, scope)) {
        place(tree, scope);
        return;
    }
    long least = std::numeric_limits<long>::max();
    std::vector<Rect> places(static_cast<std::size_t>(tree.size()));
    for (const Manner& manner : kManners) {
        LayoutTree trial(tree.document(), tree.catalogue(), tree.metrics());
        place(trial, scope, manner);
        const long cost = costOf(trial);
        if (cost >= least) continue;
        least = cost;
        for (int node = 1; node < trial.size(); ++node) places[static_cast<std::size_t>(node)] = trial[node].rect;
    }
    for (int node = 1; node < tree.size(); ++node) tree[node].rect = places[static_cast<std::size_t>(node)];
}

}  // namespace lintel::model::layout
