#include "rendering/scene/excerpt.h"

#include <algorithm>
#include <unordered_set>

namespace lintel::rendering {

namespace {

using namespace model::layout;

using BlockSet = std::unordered_set<model::BlockId>;

BlockSet chosenBlocks(const Geometry& geometry, const model::Document& document, const Selection& chosen)
{
    BlockSet blocks;
    for (const model::Connection& connection : document.connections) {
        if (!chosen.contains(connection.id.text())) continue;
        blocks.insert(connection.from);
        blocks.insert(connection.to);
    }
    // Containers come before what they hold.
    for (const BlockGeometry& block : geometry.blocks)
        if (chosen.contains(block.id.text()) || blocks.contains(block.parent)) blocks.insert(block.id);
    return blocks;
}

model::Rect boundsOf(const Geometry& geometry)
{
    model::Rect bounds;
    for (const BlockGeometry& block : geometry.blocks)
        for (const model::Rect& rect : {block.rect, block.icon, block.name.rect, block.detail.rect})
            bounds = bounds.united(rect);
    for (const Route& route : geometry.routes) {
        for (const model::Point& p : route.points) bounds = bounds.united({p.x, p.y, 1, 1});
        bounds = bounds.united(route.label.rect);
    }
    for (const Frame& frame : geometry.frames)
        for (const model::Rect& rect : {frame.rect, frame.name.rect}) bounds = bounds.united(rect);
    for (const NoteGeometry& note : geometry.notes) bounds = bounds.united(note.rect);
    return bounds;
}

}  // namespace

Geometry excerptOf(const Geometry& geometry, const model::Document& document, const Selection& chosen)
{
    const BlockSet blocks = chosenBlocks(geometry, document, chosen);
    Geometry excerpt;
    for (const BlockGeometry& block : geometry.blocks)
        if (blocks.contains(block.id)) excerpt.blocks.push_back(block);
    for (const Route& route : geometry.routes) {
        const model::Connection* connection = document.connections.find(route.id);
        if (connection && blocks.contains(connection->from) && blocks.contains(connection->to))
            excerpt.routes.push_back(route);
    }
    const auto isInside = [&](const model::Rect& rect) {
        const auto isAround = [&](const BlockGeometry& block) {
            return block.isContainer && block.rect.contains(rect);
        };
        return std::any_of(excerpt.blocks.begin(), excerpt.blocks.end(), isAround);
    };
    for (const Frame& frame : geometry.frames)
        if (chosen.contains(frame.group.text()) || isInside(frame.rect)) excerpt.frames.push_back(frame);
    for (const NoteGeometry& note : geometry.notes)
        if (chosen.contains(note.id.text()) || isInside(note.rect)) excerpt.notes.push_back(note);
    excerpt.bounds = boundsOf(excerpt);
    return excerpt;
}

}  // namespace lintel::rendering
