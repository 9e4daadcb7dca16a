#include "rendering/canvas/tools/move_gesture.h"

#include "model/document/containment.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/copy_elements.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/insert_block.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/outermost.h"
#include "model/edit/operations/reparent_blocks.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/drop_marks.h"
#include "rendering/canvas/tools/grid.h"
#include "rendering/canvas/tools/scene_query.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/scene_builder.h"

#include <QPainter>

#include <cmath>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

constexpr qreal kSnapReach = 6;  // pixels
constexpr qreal kOntoReach = 8;  // pixels
constexpr std::size_t kMostRects = 300;
constexpr std::size_t kMostDrawn = 60;  // blocks that follow the pointer as they are; more do as a frame

}  // namespace

MoveGesture::MoveGesture(Editing& editing, const PointerEvent& press) : m_editing(editing), m_from(press.scene)
{
    const Document& document = editing.document();
    const Containment containment(document);
    for (const BlockId& id : edit::outermost(document, selectedBlocks(editing))) {
        if (isLocked(editing, id)) continue;
        const Block& block = *document.blocks.find(id);
        m_isFromOneParent = m_isFromOneParent && (m_moving.empty() || block.parent == m_parent);
        m_parent = block.parent;
        m_moving.push_back(id);
        m_kinds.push_back(block.kind);
        m_bounds = m_bounds.united(rectOf(editing.geometry(), id.text()));
        m_withContents.insert(id);
        for (const BlockId& inside : containment.descendants(id)) m_withContents.insert(inside);
    }
    for (const layout::NoteGeometry& note : editing.geometry().notes) {
        if (!editing.selection().contains(note.id.text())) continue;
        m_hasNotes = true;
        m_bounds = m_bounds.united(toQRectF(note.rect));
    }
}

/// What the dragged blocks may line up with: all that is in sight and of their own sort.
std::vector<QRectF> MoveGesture::surroundings(const CanvasWidget& canvas) const
{
    const QRectF seen = canvas.visibleSceneRect();
    const layout::BlockGeometry* first = m_moving.empty() ? nullptr : m_editing.geometry().find(m_moving.front());
    std::vector<QRectF> rects;
    for (const layout::BlockGeometry& block : m_editing.geometry().blocks) {
        if (m_withContents.contains(block.id) || block.onBorder || rects.size() >= kMostRects) continue;
        const QRectF rect = toQRectF(block.rect);
        const bool isAlike = first && block.isContainer == first->isContainer && !rect.contains(m_bounds);
        if (isAlike && rect.intersects(seen)) rects.push_back(rect);
    }
    return rects;
}

Point MoveGesture::distanceTo(const CanvasWidget& canvas, const PointerEvent& event)
{
    const QPointF distance = event.scene - m_from;
    m_guides = {};
    if (event.modifiers & Qt::AltModifier) return toPoint(distance);
    const QRectF at = m_bounds.translated(distance);
    m_guides = snapToGuides(at, surroundings(canvas), kSnapReach / canvas.zoom());
    Point by = snapped(distance.x(), distance.y());
    if (m_guides.hasX) by.x = static_cast<int>(std::lround(distance.x() + m_guides.offset.x()));
    if (m_guides.hasY) by.y = static_cast<int>(std::lround(distance.y() + m_guides.offset.y()));
    return by;
}

edit::ChangeSet MoveGesture::copied(Point by) const
{
    auto copy = edit::duplicateBlocks(m_editing.document(), m_editing.catalogue(), m_moving, by);
    return copy ? *copy : edit::ChangeSet();
}

edit::ChangeSet MoveGesture::placed(const edit::ChangeSet& moved, const BlockId& parent) const
{
    const Result<Document> draft = edit::apply(m_editing.document(), moved);
    if (!draft) return moved;
    const Result<edit::ChangeSet> reparented = edit::reparentBlocks(*draft, m_editing.catalogue(), m_moving, parent);
    if (!reparented) return moved;
    edit::ChangeSet both = edit::compose(moved, *reparented);
    both.caption = reparented->caption;
    return both;
}

edit::ChangeSet MoveGesture::inserted(const CanvasWidget& canvas, const PointerEvent& event,
                                      const edit::ChangeSet& change)
{
    m_onto.clear();
    if (m_moving.size() != 1 || isContainer(m_editing, m_moving.front().text())) return change;
    const std::string onto = connectionAt(canvas, m_editing, event.scene, kOntoReach);
    const Result<Document> draft =
        onto.empty() ? Result<Document>(Document()) : edit::apply(m_editing.document(), change);
    if (onto.empty() || !draft) return change;
    const edit::ChangeSet insertion =
        edit::insertBlock(*draft, m_editing.catalogue(), m_moving.front(), ConnectionId(onto));
    if (insertion.isEmpty()) return change;
    m_onto = onto;
    edit::ChangeSet both = edit::compose(change, insertion);
    both.caption = insertion.caption;
    return both;
}

/// A block let go across the left or upper border of its container goes in; to the right and down containers grow.
Point MoveGesture::inset(Point by) const
{
    const QRectF holder = rectOf(m_editing.geometry(), m_target.parent.text());
    const layout::BlockGeometry* first = m_moving.empty() ? nullptr : m_editing.geometry().find(m_moving.front());
    if (holder.isEmpty() || !first || first->onBorder) return by;
    const QRectF at = m_bounds.translated(by.x, by.y);
    by.x += std::max(0, static_cast<int>(std::ceil(holder.left() + edit::kMargin - at.left())));
    by.y += std::max(0, static_cast<int>(std::ceil(holder.top() + edit::kHeaderMargin - at.top())));
    return by;
}

/// Notes lie on the drawing, in no container: they go along as they are.
edit::ChangeSet MoveGesture::withNotes(edit::ChangeSet change, Point by) const
{
    if (!m_hasNotes) return change;
    const edit::ChangeSet notes = movedNotes(m_editing, by);
    if (change.isEmpty()) return notes;
    edit::ChangeSet both = edit::compose(change, notes);
    both.caption = change.caption;
    return both;
}

edit::ChangeSet MoveGesture::changeAt(const CanvasWidget& canvas, const PointerEvent& event)
{
    const Document& document = m_editing.document();
    const Point by = m_by = distanceTo(canvas, event);
    m_target = {m_parent, std::nullopt};
    if (m_moving.empty()) return movedNotes(m_editing, by);
    if (event.modifiers & Qt::ControlModifier) return edit::growContainers(document, m_editing.catalogue(), copied(by));
    if (m_isFromOneParent) {
        m_target = dropTargetAt(m_editing.geometry(), document, m_editing.catalogue(), toPoint(event.scene), m_kinds,
                                m_withContents);
        // A gateway lives on the border of its container: outside of it is still there.
        const layout::BlockGeometry* first = m_moving.empty() ? nullptr : m_editing.geometry().find(m_moving.front());
        if (first && first->onBorder && !m_target.isAccepted()) m_target = {m_parent, std::nullopt};
        if (!m_target.isAccepted()) return edit::moveBlocks(document, m_moving, by);
    }
    const Point inside = m_isFromOneParent ? inset(by) : by;
    edit::ChangeSet change = edit::moveBlocks(document, m_moving, inside);
    if (m_isFromOneParent) {
        if (m_target.parent != m_parent)
            change = placed(change, m_target.parent);
        else
            change = inserted(canvas, event, change);
    }
    return withNotes(edit::growContainers(document, m_editing.catalogue(), change), inside);
}

void MoveGesture::move(CanvasWidget& canvas, const PointerEvent& event)
{
    if (movesNothing()) {
        const Error locked = makeError("edit.locked");
        return m_editing.explain(&locked, event.view);
    }
    const edit::ChangeSet change = changeAt(canvas, event);
    m_editing.explain(m_target.refusal ? &*m_target.refusal : nullptr, event.view);
    m_editing.preview(change);
    if (m_editing.isPreviewLate()) drawDragged(canvas);
}

void MoveGesture::drawDragged(const CanvasWidget& canvas)
{
    if (m_dragged || m_withContents.size() > kMostDrawn) return;
    layout::Geometry dragged;
    for (const layout::BlockGeometry& block : m_editing.geometry().blocks)
        if (m_withContents.contains(block.id)) dragged.blocks.push_back(block);
    m_dragged = std::make_shared<const DisplayList>(
        buildScene(dragged, m_editing.document(), m_editing.catalogue(), canvas.theme()));
}

void MoveGesture::finish(CanvasWidget& canvas, const PointerEvent& event)
{
    const edit::ChangeSet change = movesNothing() ? edit::ChangeSet() : changeAt(canvas, event);
    revert(canvas);
    if (!m_target.isAccepted()) return;
    m_editing.commit(change);
    if (!(event.modifiers & Qt::ControlModifier)) return;
    std::set<BlockId> copies;
    for (const auto& block : change.blocks)
        if (!block.before) copies.insert(block.after->id);
    std::set<std::string> roots;
    for (const auto& block : change.blocks)
        if (!block.before && !copies.contains(block.after->parent)) roots.insert(block.after->id.text());
    m_editing.select(roots);
}

void MoveGesture::revert(CanvasWidget&)
{
    m_editing.preview({});
    m_editing.explain(nullptr, {});
}

void MoveGesture::paintDragged(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const
{
    paintGhost(painter, canvas.theme(), m_bounds.translated(m_by.x, m_by.y), false, pixel);
    if (!m_dragged) return;
    painter.save();
    painter.translate(m_by.x, m_by.y);
    rendering::paint(painter, *m_dragged, m_dragged->bounds(), canvas.icons());
    painter.restore();
}

void MoveGesture::paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const
{
    const Theme& theme = canvas.theme();
    if (m_editing.isPreviewLate()) paintDragged(painter, canvas, pixel);
    if (!m_target.isAccepted() || m_target.parent != m_parent)
        paintDropTarget(painter, theme, rectOf(m_editing.shownGeometry(), m_target.parent.text()),
                        !m_target.isAccepted(), pixel);
    QPen pen(theme.highlight, pixel);
    painter.setPen(pen);
    painter.drawLines(m_guides.lines.data(), static_cast<int>(m_guides.lines.size()));
    pen.setWidthF(1.5 * pixel);
    painter.setPen(pen);
    for (const QLineF& gap : m_guides.gaps) {
        painter.drawLine(gap);
        const QPointF across = gap.dx() != 0 ? QPointF(0, 4 * pixel) : QPointF(4 * pixel, 0);
        for (const QPointF end : {gap.p1(), gap.p2()}) painter.drawLine(end - across, end + across);
    }
    if (m_onto.empty()) return;
    const auto path = canvas.picture().pathOf(m_onto);
    painter.setPen(QPen(theme.selection, 3 * pixel));
    if (!path.empty()) painter.drawPolyline(path.data(), static_cast<int>(path.size()));
}

}  // namespace lintel::rendering::canvas
