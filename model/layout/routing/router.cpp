#include "model/layout/routing/router.h"

#include "model/layout/routing/elbow.h"
#include "model/layout/routing/kept_routes.h"
#include "model/layout/routing/path_search.h"
#include "model/layout/routing/route_labels.h"

#include <cstdlib>
#include <map>
#include <tuple>

namespace lintel::model::layout {

namespace {

constexpr int kRounds = 2;
constexpr std::size_t kLarge = 250;
constexpr int kHaste = 15;  ///< per cent

/// What a line through corners of the user may end at: the box of a container, the icon and text of another block.
Rect inkOf(const BlockGeometry& block)
{
    return block.isContainer || block.icon.isEmpty() ? block.rect : block.icon.united(block.name.rect).united(block.detail.rect);
}

class Router {
public:
    Router(const Document& document, const Geometry& geometry) : m_document(document), m_geometry(geometry), m_grid(geometry), m_search(m_grid, isLarge() ? kHaste : 0)
    {
        for (std::size_t i = 0; i < geometry.blocks.size(); ++i) m_index[geometry.blocks[i].id] = static_cast<int>(i);
        m_foreign.assign(geometry.blocks.size(), 1);
    }

    std::vector<Route> run()
    {
        std::vector<Task> tasks = collectTasks();
        for (Task& task : tasks) lay(task);
        // Those laid first did not know of the others: once more, each among all the others.
        for (int round = 0; round < (isLarge() ? 0 : kRounds); ++round) {
            for (Task& task : tasks) {
                m_grid.use(task.points, -1);
                lay(task);
            }
        }
        return routesOf(std::move(tasks));
    }

    /// Keeps what nothing has touched since the earlier drawing.
    std::vector<Route> runAgain(const Geometry& before)
    {
        const KeptRoutes kept(before, m_geometry);
        std::vector<Task> tasks = collectTasks();
        for (Task& task : tasks)
            if (const Route* old = hasWaypoints(*task.connection) ? nullptr : kept.find(*task.connection)) keep(task, *old, kept.keepsLabel(*old));
        for (Task& task : tasks)
            if (task.points.empty()) lay(task);
        return routesOf(std::move(tasks));
    }

    /// So many connections that nobody will follow each with a finger.
    bool isLarge() const { return m_document.connections.size() > kLarge; }
    RouteGrid& grid() { return m_grid; }

private:
    struct Task {
        int distance;
        const Connection* connection;
        int from;
        int to;
        std::vector<Point> points;
        Label label;
    };

    static std::vector<Route> routesOf(std::vector<Task> tasks)
    {
        std::vector<Route> routes;
        for (Task& task : tasks) routes.push_back({task.connection->id, std::move(task.points), std::move(task.label)});
        std::sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) { return a.id < b.id; });
        return routes;
    }

    void keep(Task& task, const Route& old, bool keepsLabel)
    {
        task.points = old.points;
        m_grid.use(task.points, 1);
        if (!keepsLabel || old.label.lines.empty()) return;
        task.label = old.label;
        m_grid.block(old.label.rect);
    }

    bool hasWaypoints(const Connection& connection) const
    {
        const Placement* placement = m_document.placements.find(placementId(connection.id));
        return placement && !placement->waypoints.empty();
    }

    std::vector<Task> collectTasks() const
    {
        std::vector<Task> tasks;
        for (const Connection& connection : m_document.connections) {
            const auto from = m_index.find(connection.from);
            const auto to = m_index.find(connection.to);
            if (from == m_index.end() || to == m_index.end() || from == to) continue;
            const Point apart = rect(from->second).center() - rect(to->second).center();
            tasks.push_back({std::abs(apart.x) + std::abs(apart.y), &connection, from->second, to->second, {}, {}});
        }
        // Short ones first: they have the least choice.
        std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.distance < b.distance; });
        return tasks;
    }

    void lay(Task& task)
    {
        task.points = path(*task.connection, task.from, task.to);
        m_grid.use(task.points, 1);
    }

    const BlockGeometry& shape(int block) const { return m_geometry.blocks[static_cast<std::size_t>(block)]; }

    const Rect& rect(int block) const { return m_geometry.blocks[static_cast<std::size_t>(block)].rect; }

    int parentOf(int block) const
    {
        const auto found = m_index.find(m_geometry.blocks[static_cast<std::size_t>(block)].parent);
        return found == m_index.end() ? -1 : found->second;
    }

    bool holds(int container, int block) const
    {
        for (int at = parentOf(block); at >= 0; at = parentOf(at))
            if (at == container) return true;
        return false;
    }

    std::vector<Point> path(const Connection& connection, int from, int to)
    {
        if (hasWaypoints(connection)) {
            const Placement& placement = *m_document.placements.find(placementId(connection.id));
            return throughWaypoints(inkOf(shape(from)), inkOf(shape(to)), absolute(placement, from, to));
        }
        std::vector<int> entered;
        for (const int end : {from, to}) {
            for (int at = parentOf(end); at >= 0; at = parentOf(at)) entered.push_back(at);
        }
        for (const int container : entered) m_foreign[static_cast<std::size_t>(container)] = 0;
        auto found = m_search.find(portsOf(shape(from), m_grid, holds(from, to)), portsOf(shape(to), m_grid, holds(to, from)), m_foreign);
        for (const int container : entered) m_foreign[static_cast<std::size_t>(container)] = 1;
        return found ? straightened(std::move(*found)) : elbow(rect(from), rect(to));
    }

    /// Waypoints are kept relative to the nearest container of both ends.
    std::vector<Point> absolute(const Placement& placement, int from, int to) const
    {
        int common = holds(from, to) ? from : parentOf(from);
        while (common >= 0 && common != to && !holds(common, to)) common = parentOf(common);
        const Point origin = common >= 0 ? rect(common).topLeft() : Point{};
        std::vector<Point> points;
        for (const Point point : placement.waypoints) points.push_back(point + origin);
        return points;
    }

    const Document& m_document;
    const Geometry& m_geometry;
    RouteGrid m_grid;
    PathSearch m_search;
    std::map<BlockId, int> m_index;
    std::vector<char> m_foreign;
};

}  // namespace

std::vector<Route> route(const Document& document, const TextMetrics& metrics, const Geometry& geometry, const Geometry* before)
{
    if (document.connections.isEmpty() || geometry.blocks.empty()) return {};
    Router router(document, geometry);
    std::vector<Route> routes = before ? router.runAgain(*before) : router.run();
    labelRoutes(routes, document, metrics, router.grid());
    return routes;
}

}  // namespace lintel::model::layout
