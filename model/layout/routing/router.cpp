#include "model/layout/routing/router.h"

#include "model/layout/routing/curve.h"
#include "model/layout/routing/elbow.h"
#include "model/layout/routing/kept_routes.h"
#include "model/layout/routing/path_search.h"
#include "model/layout/routing/route_labels.h"
#include "model/layout/routing/straight_line.h"

#include <cstdlib>
#include <map>
#include <optional>
#include <unordered_map>

namespace lintel::model::layout {

namespace {

constexpr std::size_t kSmall = 120;
constexpr std::size_t kLarge = 250;

/// How much is done for good lines.
struct Effort {
    int haste;     ///< per cent that a way may cost more for being found sooner
    int crossing;  ///< what passing over another line costs
    int rounds;    ///< of laying each line anew among all the others, at most
};
/// The reader follows each line: a way around is better than a crossing.
constexpr Effort kCareful{0, 400, 4};
constexpr Effort kUsual{0, 250, 2};
/// So many connections that nobody will follow each with a finger: fewer detours to look for.
constexpr Effort kHasty{15, 90, 0};
constexpr Effort kRough{15, 400, 1};

Effort effortFor(std::size_t connections)
{
    return connections <= kSmall ? kCareful : connections <= kLarge ? kUsual : kHasty;
}

constexpr int kReach = 480;  ///< how far around what has changed a way is looked for
constexpr int kInkGap = 3;   ///< between a line's end and what it points at
constexpr int kAside = 16;   ///< between straight lines of the same two blocks

/// What a line that is not searched for ends at: the box of a container, the icon and text of another block.
Rect inkOf(const BlockGeometry& block)
{
    if (block.isContainer || block.icon.isEmpty()) return block.rect;
    return block.icon.united(block.name.rect).united(block.detail.rect).adjusted(-kInkGap, -kInkGap, kInkGap, kInkGap);
}

class Router {
public:
    Router(const Document& document, const Geometry& geometry, Effort effort)
        : m_document(document), m_geometry(geometry), m_effort(effort)
    {
        m_index.reserve(geometry.blocks.size());
        for (std::size_t i = 0; i < geometry.blocks.size(); ++i) m_index[geometry.blocks[i].id] = static_cast<int>(i);
        m_foreign.assign(geometry.blocks.size(), 1);
    }

    std::vector<Route> run()
    {
        m_grid.emplace(m_geometry);
        startSearch();
        std::vector<Task> tasks = collectTasks();
        for (Task& task : tasks) lay(task);
        // Those laid first did not know of the others: once more, each among all the others.
        bool isNew = true;
        for (int round = 0; round < m_effort.rounds && isNew; ++round) {
            isNew = false;
            for (Task& task : tasks) isNew = layAgain(task) || isNew;
        }
        return routesOf(std::move(tasks));
    }

    /// Keeps what nothing has touched since the earlier drawing.
    std::vector<Route> runAgain(const Geometry& before)
    {
        const KeptRoutes kept(before, m_geometry);
        std::vector<Task> tasks = collectTasks();
        Rect window;
        for (const BlockGeometry* block : kept.changed()) window = window.united(block->rect);
        for (Task& task : tasks) {
            const Route* old = kept.find(*task.connection);
            if (old && mayKeep(task, *old))
                task.old = old;
            else
                window = window.united(rect(task.from)).united(rect(task.to));
        }
        m_grid.emplace(m_geometry, window.adjusted(-kReach, -kReach, kReach, kReach));
        startSearch();
        for (Task& task : tasks)
            if (task.old) keep(task, kept.keepsLabel(*task.old));
        for (Task& task : tasks)
            if (!task.old) lay(task);
        return routesOf(std::move(tasks));
    }

    RouteGrid& grid() { return *m_grid; }

private:
    struct Task {
        int distance;
        const Connection* connection;
        int from;
        int to;
        RouteStyle style;
        bool isByHand;
        int aside = 0;  ///< of a straight line, seen in the direction of the ids
        std::vector<Point> points;
        Label label;
        const Route* old = nullptr;  ///< of the earlier drawing, when it is kept
    };

    void startSearch() { m_search.emplace(*m_grid, m_effort.haste, m_effort.crossing); }

    std::vector<Route> routesOf(std::vector<Task> tasks) const
    {
        std::vector<Route> routes;
        for (Task& task : tasks) {
            Route route{task.connection->id, std::move(task.points), std::move(task.label), task.style, {},
                        task.isByHand};
            const bool keepsCurve = task.old && task.old->style == RouteStyle::Curved;
            if (task.style == RouteStyle::Curved)
                route.curve = keepsCurve ? task.old->curve : curveThrough(route.points, *m_grid);
            routes.push_back(std::move(route));
        }
        std::sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) { return a.id < b.id; });
        return routes;
    }

    /// A search finds nothing else than before; all others cost nothing to lay anew.
    static bool mayKeep(const Task& task, const Route& old)
    {
        return task.style != RouteStyle::Straight && old.style != RouteStyle::Straight && !task.isByHand &&
               !old.isByHand;
    }

    void keep(Task& task, bool keepsLabel)
    {
        task.points = task.old->points;
        m_grid->use(task.points, 1);
        if (!keepsLabel || task.old->label.lines.empty()) return;
        task.label = task.old->label;
        m_grid->block(task.label.rect);
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
            tasks.push_back({std::abs(apart.x) + std::abs(apart.y),
                             &connection,
                             from->second,
                             to->second,
                             routeStyleOf(m_document, connection),
                             hasWaypoints(connection),
                             0,
                             {},
                             {}});
        }
        setAside(tasks);
        // Short ones first: they have the least choice.
        std::stable_sort(tasks.begin(), tasks.end(),
                         [](const Task& a, const Task& b) { return a.distance < b.distance; });
        return tasks;
    }

    /// Several straight lines between the same two blocks run side by side.
    static void setAside(std::vector<Task>& tasks)
    {
        std::map<std::pair<int, int>, std::vector<Task*>> pairs;
        for (Task& task : tasks)
            if (task.style == RouteStyle::Straight && !task.isByHand)
                pairs[std::minmax(task.from, task.to)].push_back(&task);
        for (auto& [ends, together] : pairs) {
            int aside = -kAside * (static_cast<int>(together.size()) - 1) / 2;
            for (Task* task : together) {
                task->aside = task->from < task->to ? aside : -aside;
                aside += kAside;
            }
        }
    }

    void lay(Task& task)
    {
        task.points = path(task);
        m_grid->use(task.points, 1);
    }

    /// True when it runs elsewhere now.
    bool layAgain(Task& task)
    {
        m_grid->use(task.points, -1);
        if (isPlain(task.points) && m_grid->isUnused(task.points)) {
            m_grid->use(task.points, 1);
            return false;
        }
        const std::vector<Point> old = std::move(task.points);
        lay(task);
        return task.points != old;
    }

    /// No shorter and hardly a simpler way is thinkable.
    static bool isPlain(const std::vector<Point>& points)
    {
        const auto distance = [](Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); };
        int length = 0;
        for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
        return points.size() <= 4 && length == distance(points.front(), points.back());
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

    std::vector<Point> path(const Task& task)
    {
        const std::vector<Point> waypoints = task.isByHand ? waypointsOf(task) : std::vector<Point>();
        if (task.style == RouteStyle::Straight)
            return straightLine(shape(task.from), shape(task.to), waypoints, task.aside);
        return task.isByHand ? throughWaypoints(inkOf(shape(task.from)), inkOf(shape(task.to)), waypoints)
                             : searched(task.from, task.to);
    }

    std::vector<Point> searched(int from, int to)
    {
        std::vector<int> entered;
        for (const int end : {from, to}) {
            for (int at = parentOf(end); at >= 0; at = parentOf(at)) entered.push_back(at);
        }
        for (const int container : entered) m_foreign[static_cast<std::size_t>(container)] = 0;
        auto found = m_search->find(portsOf(shape(from), *m_grid, holds(from, to)),
                                    portsOf(shape(to), *m_grid, holds(to, from)), m_foreign);
        for (const int container : entered) m_foreign[static_cast<std::size_t>(container)] = 1;
        return found ? straightened(std::move(*found)) : elbow(rect(from), rect(to));
    }

    /// Waypoints are kept relative to the nearest container of both ends.
    std::vector<Point> waypointsOf(const Task& task) const
    {
        const Placement& placement = *m_document.placements.find(placementId(task.connection->id));
        int common = holds(task.from, task.to) ? task.from : parentOf(task.from);
        while (common >= 0 && common != task.to && !holds(common, task.to)) common = parentOf(common);
        const Point origin = common >= 0 ? rect(common).topLeft() : Point{};
        std::vector<Point> points;
        for (const Point point : placement.waypoints) points.push_back(point + origin);
        return points;
    }

    const Document& m_document;
    const Geometry& m_geometry;
    Effort m_effort;
    std::optional<RouteGrid> m_grid;
    std::optional<PathSearch> m_search;
    std::unordered_map<BlockId, int> m_index;  ///< only looked up in
    std::vector<char> m_foreign;
};

}  // namespace

std::vector<Route> route(const Document& document, const TextMetrics& metrics, const Geometry& geometry,
                         const Geometry* before)
{
    if (document.connections.isEmpty() || geometry.blocks.empty()) return {};
    Router router(document, geometry, effortFor(document.connections.size()));
    std::vector<Route> routes = before ? router.runAgain(*before) : router.run();
    labelRoutes(routes, document, metrics, router.grid());
    return routes;
}

std::vector<Route> routeRoughly(const Document& document, const Geometry& geometry)
{
    if (document.connections.isEmpty() || geometry.blocks.empty()) return {};
    return Router(document, geometry, kRough).run();
}

}  // namespace lintel::model::layout
