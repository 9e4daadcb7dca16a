#include "model/layout/routing/route_labels.h"

#include "model/layout/block_text.h"
#include "model/layout/segment.h"

#include <cmath>
#include <cstdlib>
#include <numeric>

namespace lintel::model::layout {

namespace {

constexpr int kLabelWidth = 128;
constexpr int kDistance = 3;  ///< between the line and its label

int lengthOf(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

/// Places beside a segment, the middle first.
std::vector<Rect> besides(Point a, Point b, Size size)
{
    std::vector<Rect> places;
    for (const int percent : {50, 35, 65, 20, 80, 10, 90}) {
        const Point at{a.x + (b.x - a.x) * percent / 100, a.y + (b.y - a.y) * percent / 100};
        if (a.y == b.y) {
            places.push_back({at.x - size.width / 2, at.y - kDistance - size.height, size.width, size.height});
            places.push_back({at.x - size.width / 2, at.y + kDistance, size.width, size.height});
        } else {
            places.push_back({at.x + kDistance + 1, at.y - size.height / 2, size.width, size.height});
            places.push_back({at.x - kDistance - 1 - size.width, at.y - size.height / 2, size.width, size.height});
        }
    }
    return places;
}

std::vector<std::string> linesOf(const std::string& text, const TextMetrics& metrics)
{
    return text.empty() ? std::vector<std::string>()
                        : metrics.wrapped(text, TextStyle::ConnectionLabel, kLabelWidth, 2);
}

Size sizeOf(const Label& label, const TextMetrics& metrics)
{
    Size size;
    for (const std::string& line : label.lines) {
        const Size extent = metrics.sizeOf(line, TextStyle::ConnectionLabel);
        size = {std::max(size.width, extent.width), size.height + extent.height};
    }
    return size;
}

/// All places beside a route that are long enough for the label, those at long segments first.
std::vector<Rect> placesFor(const Route& route, Size size)
{
    std::vector<std::size_t> segments(route.points.size() - 1);
    std::iota(segments.begin(), segments.end(), std::size_t{0});
    std::stable_sort(segments.begin(), segments.end(), [&](std::size_t a, std::size_t b) {
        return lengthOf(route.points[a], route.points[a + 1]) > lengthOf(route.points[b], route.points[b + 1]);
    });
    std::vector<Rect> places;
    for (const std::size_t segment : segments) {
        const Point a = route.points[segment];
        const Point b = route.points[segment + 1];
        if (a.y == b.y ? lengthOf(a, b) < size.width : lengthOf(a, b) < size.height) continue;
        for (const Rect& place : besides(a, b, size)) places.push_back(place);
    }
    return places;
}

/// A slanted piece of a line: not on the grid, so looked at exactly.
struct Slant {
    Point a, b;
};

void addSlants(const Route& route, std::vector<Slant>& slants)
{
    const std::vector<Point> line = route.polyline();
    for (std::size_t i = 1; i < line.size(); ++i)
        if (line[i - 1].x != line[i].x && line[i - 1].y != line[i].y) slants.push_back({line[i - 1], line[i]});
}

/// Places beside a line that is straight or curved, the middle of its whole length first.
std::vector<Rect> placesAlong(const std::vector<Point>& line, Size size)
{
    std::vector<double> lengths;
    for (std::size_t i = 1; i < line.size(); ++i)
        lengths.push_back(std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    const double whole = std::accumulate(lengths.begin(), lengths.end(), 0.0);
    std::vector<Rect> places;
    for (const int percent : {50, 42, 58, 34, 66, 26, 74, 18, 82}) {
        double rest = whole * percent / 100;
        std::size_t i = 0;
        while (i + 1 < lengths.size() && rest > lengths[i]) rest -= lengths[i++];
        if (lengths[i] <= 0) continue;
        const double dx = (line[i + 1].x - line[i].x) / lengths[i];
        const double dy = (line[i + 1].y - line[i].y) / lengths[i];
        const double away = std::abs(dy) * size.width / 2 + std::abs(dx) * size.height / 2 + kDistance + 1;
        // Above the line before below it.
        const double sign = dx >= 0 ? 1 : -1;
        for (const double side : {sign, -sign}) {
            const double x = line[i].x + dx * rest + dy * side * away;
            const double y = line[i].y + dy * rest - dx * side * away;
            places.push_back({static_cast<int>(std::lround(x)) - size.width / 2,
                              static_cast<int>(std::lround(y)) - size.height / 2, size.width, size.height});
        }
    }
    return places;
}

void labelRoute(Route& route, const std::string& text, const TextMetrics& metrics, RouteGrid& grid,
                std::vector<Rect>& labels, const std::vector<Slant>& slants)
{
    Label label;
    label.lines = linesOf(text, metrics);
    const Size size = sizeOf(label, metrics);
    const bool isOnGrid = route.style == RouteStyle::Orthogonal;
    const std::vector<Rect> places = isOnGrid ? placesFor(route, size) : placesAlong(route.polyline(), size);
    // On a container's border only where nothing else is free.
    for (const bool overBorders : {false, true}) {
        for (const Rect& place : places) {
            // The grid is coarser than text: other labels are compared exactly.
            const auto touches = [&](const Rect& other) { return other.adjusted(-2, -1, 2, 1).intersects(place); };
            const auto isCut = [&](const Slant& slant) {
                return passes(slant.a, slant.b, place.adjusted(-1, -1, 1, 1));
            };
            if (!grid.isClear(place, overBorders) || std::any_of(labels.begin(), labels.end(), touches)) continue;
            if (std::any_of(slants.begin(), slants.end(), isCut)) continue;
            label.rect = place;
            grid.block(place);
            labels.push_back(place);
            route.label = std::move(label);
            return;
        }
    }
}

}  // namespace

void labelRoutes(std::vector<Route>& routes, const Document& document, const TextMetrics& metrics, RouteGrid& grid)
{
    std::vector<Rect> labels;
    std::vector<Slant> slants;
    for (Route& route : routes) {
        if (route.style != RouteStyle::Orthogonal) addSlants(route, slants);
        const std::string text = connectionText(*document.connections.find(route.id));
        if (route.label.lines != linesOf(text, metrics)) route.label = {};
        if (!route.label.lines.empty()) labels.push_back(route.label.rect);
    }
    for (Route& route : routes) {
        const std::string text = connectionText(*document.connections.find(route.id));
        if (!text.empty() && route.label.lines.empty() && route.points.size() > 1)
            labelRoute(route, text, metrics, grid, labels, slants);
    }
}

}  // namespace lintel::model::layout
