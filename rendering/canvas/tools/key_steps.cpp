#include "rendering/canvas/tools/key_steps.h"

#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/move_blocks.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/grid.h"
#include "rendering/canvas/tools/neighbour.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QKeyEvent>

#include <optional>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

std::optional<Direction> directionOf(int key)
{
    switch (key) {
        case Qt::Key_Left: return Direction::Left;
        case Qt::Key_Right: return Direction::Right;
        case Qt::Key_Up: return Direction::Up;
        case Qt::Key_Down: return Direction::Down;
        default: return std::nullopt;
    }
}

Point stepOf(Direction direction, int length)
{
    switch (direction) {
        case Direction::Left: return {-length, 0};
        case Direction::Right: return {length, 0};
        case Direction::Up: return {0, -length};
        case Direction::Down: return {0, length};
    }
    return {};
}

void choose(Editing& editing, CanvasWidget& canvas, const BlockId& id)
{
    if (id.isEmpty()) return;
    editing.select({id.text()});
    canvas.ensureVisible(rectOf(editing.geometry(), id.text()));
}

void nudge(Editing& editing, Direction direction, int length)
{
    std::vector<BlockId> moving;
    for (const BlockId& id : selectedBlocks(editing))
        if (!isLocked(editing, id)) moving.push_back(id);
    const Point step = stepOf(direction, length);
    const auto blocks = edit::moveBlocks(editing.document(), moving, step);
    const auto notes = movedNotes(editing, step);
    if (blocks.isEmpty()) return editing.commit(notes);
    edit::ChangeSet both = edit::growContainers(editing.document(), editing.catalogue(), blocks);
    if (!notes.isEmpty()) both = edit::compose(both, notes);
    both.caption = blocks.caption;
    editing.commit(both);
}

BlockId firstChild(const Editing& editing, const BlockId& container)
{
    for (const layout::BlockGeometry& block : editing.geometry().blocks)
        if (block.parent == container) return block.id;
    return {};
}

void goIn(Editing& editing, CanvasWidget& canvas)
{
    if (editing.selection().size() != 1) return;
    const std::string id = *editing.selection().begin();
    const BlockId child = firstChild(editing, BlockId(id));
    if (child.isEmpty())
        editing.editName(id);
    else
        choose(editing, canvas, child);
}

void goOut(Editing& editing, CanvasWidget& canvas)
{
    const auto blocks = selectedBlocks(editing);
    const Block* block = blocks.empty() ? nullptr : editing.document().blocks.find(blocks.front());
    if (block) choose(editing, canvas, block->parent);
}

}  // namespace

bool stepByKey(Editing& editing, CanvasWidget& canvas, const QKeyEvent& event)
{
    // The keypad flag comes with the arrow keys of some keyboards.
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto direction = directionOf(event.key());
    const auto blocks = selectedBlocks(editing);
    if (direction && modifiers == Qt::AltModifier) {
        choose(editing, canvas,
               neighbourOf(editing.geometry(), blocks.empty() ? BlockId() : blocks.front(), *direction));
        return true;
    }
    if (direction && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier)) {
        if (blocks.empty() && movedNotes(editing, stepOf(*direction, kGrid)).isEmpty())
            choose(editing, canvas, neighbourOf(editing.geometry(), {}, *direction));
        else
            nudge(editing, *direction, modifiers & Qt::ShiftModifier ? 1 : kGrid);
        return true;
    }
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && modifiers == Qt::NoModifier)
        goIn(editing, canvas);
    else if (isEnter && modifiers == Qt::ShiftModifier)
        goOut(editing, canvas);
    else if (event.key() == Qt::Key_F2 && editing.selection().size() == 1)
        editing.editName(*editing.selection().begin());
    else
        return false;
    return true;
}

}  // namespace lintel::rendering::canvas
