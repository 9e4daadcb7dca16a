#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace lintel::test {

inline std::string describe(const model::layout::BlockGeometry& block)
{
    const auto& rect = block.rect;
    return block.id.text() + (block.onBorder ? " (border) " : " ") + std::to_string(rect.x) + "," +
           std::to_string(rect.y) + " " + std::to_string(rect.width) + "x" + std::to_string(rect.height) + " in " +
           block.parent.text();
}

/// Everything that is wrong with a drawing, in words: children outside parents, overlapping siblings, labels over
/// icons or outside their block. Empty = fine.
inline std::vector<std::string> drawingFaults(const model::layout::Geometry& geometry)
{
    std::vector<std::string> faults;
    for (const auto& block : geometry.blocks) {
        const auto* parent = geometry.find(block.parent);
        if (parent && !block.onBorder && !parent->rect.contains(block.rect))
            faults.push_back(block.id.text() + " is outside " + parent->id.text());
        for (const auto& other : geometry.blocks) {
            if (!(block.id < other.id) || block.parent != other.parent) continue;
            if (block.rect.intersects(other.rect)) faults.push_back(describe(block) + " overlaps " + describe(other));
        }
        for (const auto* label : {&block.name, &block.detail}) {
            if (label->lines.empty()) continue;
            if (label->rect.intersects(block.icon)) faults.push_back("label over icon: " + block.id.text());
            if (!block.rect.contains(label->rect)) faults.push_back("label reaches out of " + block.id.text());
        }
        if (block.name.rect.intersects(block.detail.rect)) faults.push_back("name over detail: " + block.id.text());
    }
    return faults;
}

/// Frames that go through or around a block that is no member, and members outside every frame of their group.
inline std::vector<std::string> frameFaults(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::vector<std::string> faults;
    const auto isMember = [&](const model::layout::BlockGeometry& block, const model::BlockId& group) {
        return document.blocks.find(block.id)->property("auto-scaling-group").toString() == group.text();
    };
    for (const auto& block : geometry.blocks) {
        const std::string group = document.blocks.find(block.id)->property("auto-scaling-group").toString();
        bool isFramed = group.empty() || !document.blocks.contains(model::BlockId(group));
        for (const auto& frame : geometry.frames) {
            isFramed = isFramed || (frame.group.text() == group && frame.rect.contains(block.rect));
            bool isInsideMember = false;
            for (const auto* at = &block; at; at = geometry.find(at->parent))
                isInsideMember = isInsideMember || isMember(*at, frame.group);
            const bool isFree =
                block.isContainer ? !block.name.rect.intersects(frame.rect) : !block.rect.intersects(frame.rect);
            if (!isInsideMember && !isFree)
                faults.push_back("frame of " + frame.group.text() + " cuts " + describe(block));
        }
        if (!isFramed) faults.push_back(block.id.text() + " stands outside its group");
    }
    return faults;
}

/// The segment as a rectangle one unit thick.
inline model::Rect segmentRect(model::Point a, model::Point b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(1, std::abs(a.x - b.x)), std::max(1, std::abs(a.y - b.y))};
}

/// What is wrong with the connections: slanted, through a foreign block or text, labels over something.
inline std::vector<std::string> routeFaults(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::vector<std::string> faults;
    for (const auto& route : geometry.routes) {
        const model::Connection& connection = *document.connections.find(route.id);
        const std::string name = route.id.text();
        if (route.points.size() < 2) faults.push_back(name + " has no path");
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const model::Point a = route.points[i - 1];
            const model::Point b = route.points[i];
            if (a.x != b.x && a.y != b.y) faults.push_back(name + " is slanted");
            const model::Rect segment = segmentRect(a, b);
            for (const auto& block : geometry.blocks) {
                const bool isEnd = block.id == connection.from || block.id == connection.to;
                if (!block.isContainer && !isEnd && block.rect.intersects(segment))
                    faults.push_back(name + " passes " + describe(block));
                if (block.isContainer && !isEnd && block.name.rect.intersects(segment))
                    faults.push_back(name + " passes the name of " + describe(block));
            }
            for (const auto& frame : geometry.frames)
                if (frame.name.rect.intersects(segment))
                    faults.push_back(name + " passes the name of the frame " + frame.group.text());
            for (const auto& other : geometry.routes)
                if (!other.label.lines.empty() && other.label.rect.intersects(segment))
                    faults.push_back(name + " passes the label of " + other.id.text());
        }
        if (route.label.lines.empty()) continue;
        for (const auto& block : geometry.blocks) {
            const bool covers = block.isContainer ? block.name.rect.intersects(route.label.rect) ||
                                                        block.icon.intersects(route.label.rect)
                                                  : block.rect.intersects(route.label.rect);
            if (covers) faults.push_back("label of " + name + " covers " + describe(block));
        }
        for (const auto& other : geometry.routes)
            if (route.id < other.id && !other.label.lines.empty() && other.label.rect.intersects(route.label.rect))
                faults.push_back("labels of " + name + " and " + other.id.text());
    }
    return faults;
}

/// Stretches where two connections lie on top of each other or closer together than 8 units.
inline std::vector<std::string> bundleFaults(const model::layout::Geometry& geometry)
{
    constexpr int kLeastDistance = 8;
    struct Stretch {
        std::string route;
        model::Point a, b;
    };
    std::vector<Stretch> stretches;
    std::vector<std::string> faults;
    const auto overlap = [](int a, int b, int c, int d) {
        return std::min(std::max(a, b), std::max(c, d)) - std::max(std::min(a, b), std::min(c, d));
    };
    for (const auto& route : geometry.routes) {
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const Stretch own{route.id.text(), route.points[i - 1], route.points[i]};
            for (const Stretch& other : stretches) {
                const bool isAcross = own.a.y == own.b.y;
                if (other.route == own.route || isAcross != (other.a.y == other.b.y)) continue;
                const int distance = isAcross ? std::abs(own.a.y - other.a.y) : std::abs(own.a.x - other.a.x);
                const int shared = isAcross ? overlap(own.a.x, own.b.x, other.a.x, other.b.x)
                                            : overlap(own.a.y, own.b.y, other.a.y, other.b.y);
                if (distance < kLeastDistance && shared > 0)
                    faults.push_back(own.route + " runs " + std::to_string(distance) + " beside " + other.route +
                                     " for " + std::to_string(shared));
            }
            stretches.push_back(own);
        }
    }
    return faults;
}

/// How good a drawing is, in figures: less is better, except that the shape should be near 1.
struct Quality {
    int crossings = 0;
    int bends = 0;
    long length = 0;
    long area = 0;
    double shape = 1;  ///< width to height
};

inline bool cross(const model::Rect& a, const model::Rect& b)
{
    return (a.width > a.height) != (b.width > b.height) && a.intersects(b);
}

inline Quality qualityOf(const model::layout::Geometry& geometry)
{
    Quality quality;
    std::vector<std::pair<std::size_t, model::Rect>> segments;
    for (std::size_t route = 0; route < geometry.routes.size(); ++route) {
        const auto& points = geometry.routes[route].points;
        quality.bends += static_cast<int>(points.size()) - 2;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const model::Rect segment = segmentRect(points[i - 1], points[i]);
            quality.length += std::max(segment.width, segment.height);
            for (const auto& [other, rect] : segments)
                if (other != route && cross(rect, segment)) ++quality.crossings;
            segments.emplace_back(route, segment);
        }
    }
    quality.area = static_cast<long>(geometry.bounds.width) * geometry.bounds.height;
    quality.shape = static_cast<double>(geometry.bounds.width) / std::max(1, geometry.bounds.height);
    return quality;
}

inline std::string measured(const model::layout::Geometry& geometry)
{
    const Quality quality = qualityOf(geometry);
    return std::to_string(quality.crossings) + " crossings, " + std::to_string(quality.bends) + " bends, length " +
           std::to_string(quality.length) + ", " + std::to_string(geometry.bounds.width) + " x " +
           std::to_string(geometry.bounds.height);
}

/// The document as its author wrote it, without places.
inline model::Document withoutPlacements(model::Document document)
{
    document.placements = {};
    return document;
}

}  // namespace lintel::test
