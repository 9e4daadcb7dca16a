#include "model/layout/shapes.h"

#include "model/layout/block_shape.h"
#include "model/layout/dimensions.h"
#include "model/layout/group_frames.h"
#include "model/layout/note_layout.h"

namespace lintel::model::layout {

namespace {

/// Containers before what they hold, siblings in id order.
void collect(const LayoutTree& tree, int node, Point origin, int depth, std::vector<BlockGeometry>& blocks)
{
    for (const int child : tree[node].children) {
        const LayoutNode& item = tree[child];
        BlockGeometry block;
        block.id = item.block->id;
        block.parent = node == 0 ? BlockId() : tree[node].block->id;
        block.rect = item.rect.translated(origin);
        block.isContainer = item.isContainer;
        block.onBorder = item.isBorder;
        block.depth = depth;
        const std::size_t at = blocks.size();
        blocks.push_back(std::move(block));
        collect(tree, child, origin + item.rect.topLeft(), depth + 1, blocks);
        // Hand-placed contents may reach out: a container always encloses what it holds.
        Rect rect = blocks[at].rect;
        for (std::size_t i = at + 1; i < blocks.size(); ++i) {
            if (blocks[i].depth != depth + 1 || blocks[i].onBorder) continue;
            if (!rect.contains(blocks[i].rect))
                rect = rect.united(blocks[i].rect.adjusted(-kGrid, -kHeader, kGrid, kGrid));
        }
        blocks[at].rect = rect;
        dress(blocks[at], tree, child);
    }
}

}  // namespace

Rect boundsOf(const Geometry& geometry)
{
    Rect all;
    const auto add = [&](const Label& label) { all = all.united(label.rect); };
    for (const BlockGeometry& block : geometry.blocks) {
        all = all.united(block.rect);
        add(block.name);
        add(block.detail);
    }
    for (const Route& route : geometry.routes) {
        for (const Point point : route.points) all = all.united({point.x, point.y, 1, 1});
        add(route.label);
    }
    for (const Frame& frame : geometry.frames) all = all.united(frame.rect);
    for (const NoteGeometry& note : geometry.notes) all = all.united(note.rect);
    return all;
}

Geometry shapesOf(const LayoutTree& tree)
{
    Geometry geometry;
    collect(tree, 0, {}, 0, geometry.blocks);
    geometry.frames = frameGroups(tree, geometry.blocks);
    geometry.notes = placeNotes(tree.document(), tree.metrics(), boundsOf(geometry));
    geometry.bounds = boundsOf(geometry);
    return geometry;
}

}  // namespace lintel::model::layout
