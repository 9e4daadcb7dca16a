#include "rendering/canvas/tools/select_tool.h"

#include "model/document/containment.h"
#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/outermost.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/operations/resize_block.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/new_block_size.h"

#include <QKeyEvent>
#include <QLineF>

#include <cmath>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

constexpr qreal kDragDistance = 4;
constexpr qreal kMinimumSize = 48;
constexpr qreal kConnectOutside = 0;

Point toPoint(QPointF point) { return {static_cast<int>(std::floor(point.x())), static_cast<int>(std::floor(point.y()))}; }

}  // namespace

QRectF SelectTool::rectOf(const std::string& id) const
{
    const layout::BlockGeometry* block = m_editing.geometry().find(BlockId(id));
    return block ? QRectF(block->rect.x, block->rect.y, block->rect.width, block->rect.height) : QRectF();
}

bool SelectTool::isContainer(const std::string& id) const
{
    const layout::BlockGeometry* block = m_editing.geometry().find(BlockId(id));
    return block && block->isContainer;
}

std::string SelectTool::blockAt(const CanvasWidget& canvas, QPointF scene) const
{
    const Element* element = canvas.picture().elementAt(scene, 4 / canvas.zoom());
    return element ? element->id : std::string();
}

std::vector<BlockId> SelectTool::selectedBlocks() const
{
    std::vector<BlockId> blocks;
    for (const std::string& id : m_editing.selection())
        if (m_editing.document().blocks.contains(BlockId(id))) blocks.emplace_back(id);
    return blocks;
}

bool SelectTool::startGrip(const CanvasWidget& canvas, QPointF scene)
{
    const qreal reach = kGripReach / canvas.zoom();
    const auto& selection = m_editing.selection();
    if (selection.size() == 1 && isContainer(*selection.begin())) {
        m_rect = rectOf(*selection.begin());
        if (const auto corner = cornerAt(m_rect, scene, reach)) {
            m_corner = *corner;
            m_pressed = *selection.begin();
            m_state = State::Resizing;
            return true;
        }
    }
    for (const std::string& id : {m_hovered, selection.size() == 1 ? *selection.begin() : std::string()}) {
        const QRectF rect = rectOf(id);
        if (rect.isEmpty() || !isAtConnectPoint(rect, scene, kConnectOutside, reach)) continue;
        m_pressed = id;
        m_state = State::Connecting;
        return true;
    }
    return false;
}

void SelectTool::pressOn(const CanvasWidget& canvas, const PointerEvent& event)
{
    const std::string id = blockAt(canvas, event.scene);
    const bool extends = event.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    auto selection = m_editing.selection();
    m_pressed = id;
    if (id.empty()) {
        m_state = State::Banding;
        if (!extends) m_editing.select({});
        return;
    }
    m_state = State::Pressed;
    if (extends) {
        if (!selection.erase(id)) selection.insert(id);
        m_editing.select(selection);
    } else if (!selection.contains(id)) {
        m_editing.select({id});
    }
}

bool SelectTool::mousePress(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button != Qt::LeftButton) return false;
    m_from = m_at = event.scene;
    m_fromView = event.view;
    if (!startGrip(canvas, event.scene)) pressOn(canvas, event);
    canvas.update();
    return true;
}

model::edit::ChangeSet SelectTool::moveChange(QPointF scene, DropTarget& target) const
{
    const Document& document = m_editing.document();
    const QPointF distance = scene - m_from;
    const std::vector<BlockId> moving = edit::outermost(document, selectedBlocks());
    std::vector<KindId> kinds;
    std::set<BlockId> excluded;
    const Containment containment(document);
    bool sameParent = true;
    BlockId parent;
    for (const BlockId& id : moving) {
        const Block& block = *document.blocks.find(id);
        kinds.push_back(block.kind);
        sameParent = sameParent && (id == moving.front() || block.parent == parent);
        parent = block.parent;
        excluded.insert(id);
        for (const BlockId& inside : containment.descendants(id)) excluded.insert(inside);
    }
    const edit::ChangeSet moved = edit::moveBlocks(document, moving, snapped(distance.x(), distance.y()));
    if (!sameParent) return moved;
    // Where the grabbed block's middle lands decides; the pointer may hold it by a corner.
    target = dropTargetAt(m_editing.geometry(), document, m_editing.catalogue(), toPoint(scene), kinds, excluded);
    if (!target.isAccepted() || target.parent == parent) return moved;
    const Result<Document> draft = edit::apply(document, moved);
    if (!draft) return moved;
    Result<edit::ChangeSet> reparented = edit::reparentBlocks(*draft, m_editing.catalogue(), moving, target.parent);
    return reparented ? edit::compose(moved, *reparented) : moved;
}

void SelectTool::moveTo(const PointerEvent& event)
{
    DropTarget target;
    const edit::ChangeSet change = moveChange(event.scene, target);
    m_isRefused = !target.isAccepted();
    m_target = target.parent.text();
    m_editing.explain(target.refusal ? &*target.refusal : nullptr, event.view);
    m_editing.preview(change);
}

bool SelectTool::mouseMove(CanvasWidget& canvas, const PointerEvent& event)
{
    m_at = event.scene;
    if (m_state == State::Pressed && QLineF(m_fromView, event.view).length() >= kDragDistance && !selectedBlocks().empty())
        m_state = State::Moving;
    switch (m_state) {
    case State::Idle: updateCursor(canvas, event.scene); break;
    case State::Pressed: break;
    case State::Moving: moveTo(event); break;
    case State::Banding: break;
    case State::Resizing: {
        const Point corner = snapped(event.scene.x(), event.scene.y());
        m_rect = resized(rectOf(m_pressed), m_corner, QPointF(corner.x, corner.y), kMinimumSize);
        break;
    }
    case State::Connecting: {
        const std::string id = blockAt(canvas, event.scene);
        m_target = id != m_pressed && m_editing.document().blocks.contains(BlockId(id)) ? id : std::string();
        break;
    }
    }
    canvas.update();
    return true;
}

void SelectTool::updateCursor(CanvasWidget& canvas, QPointF scene)
{
    const qreal reach = kGripReach / canvas.zoom();
    const bool onGrip = !m_hovered.empty() && isAtConnectPoint(rectOf(m_hovered), scene, kConnectOutside, reach);
    if (!onGrip) m_hovered = blockAt(canvas, scene);
    const auto& selection = m_editing.selection();
    if (selection.size() == 1 && isContainer(*selection.begin())) {
        if (const auto corner = cornerAt(rectOf(*selection.begin()), scene, reach)) {
            const bool falling = *corner == Corner::TopLeft || *corner == Corner::BottomRight;
            canvas.setCursor(falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor);
            return;
        }
    }
    canvas.setCursor(onGrip ? Qt::CrossCursor : Qt::ArrowCursor);
}

void SelectTool::finishMove(const PointerEvent& event)
{
    DropTarget target;
    const edit::ChangeSet change = moveChange(event.scene, target);
    m_editing.preview({});
    if (target.isAccepted())
        m_editing.commit(edit::growContainers(m_editing.document(), m_editing.catalogue(), change));
}

void SelectTool::finishBand(const CanvasWidget& canvas, Qt::KeyboardModifiers modifiers)
{
    const QRectF band = QRectF(m_from, m_at).normalized();
    auto selection = modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? m_editing.selection() : std::set<std::string>();
    for (const Element* element : canvas.picture().elementsInside(band)) selection.insert(element->id);
    m_editing.select(selection);
}

void SelectTool::finishResize()
{
    const layout::BlockGeometry* block = m_editing.geometry().find(BlockId(m_pressed));
    if (!block || m_rect == rectOf(m_pressed)) return;
    const QRectF parent = rectOf(block->parent.text());
    const QRect rect = m_rect.translated(-parent.topLeft()).toRect();
    const edit::ChangeSet change =
        edit::resizeBlock(m_editing.document(), block->id, {rect.x(), rect.y(), rect.width(), rect.height()});
    m_editing.commit(edit::growContainers(m_editing.document(), m_editing.catalogue(), change));
}

void SelectTool::finishConnect(const CanvasWidget& canvas, const PointerEvent& event)
{
    const std::string id = blockAt(canvas, event.scene);
    if (id == m_pressed || !m_editing.document().blocks.contains(BlockId(id))) return;
    Connection wish;
    wish.from = BlockId(m_pressed);
    wish.to = BlockId(id);
    const Block* from = m_editing.document().blocks.find(wish.from);
    const Block* to = m_editing.document().blocks.find(wish.to);
    // The port that usually belongs there: what the kind suggests, else the engine's own.
    if (const catalogue::Kind* kind = from ? m_editing.catalogue().kindOf(*from) : nullptr)
        for (const catalogue::NextKind& next : kind->next)
            if (to && next.kind == to->kind) wish.ports = next.port;
    if (to && wish.ports.empty())
        if (const catalogue::Kind* kind = m_editing.catalogue().kindOf(*to))
            wish.ports = propertyOf(kind->facts, "engine-port").scalarText();
    const auto change = edit::connectBlocks(m_editing.document(), std::move(wish));
    if (!change) return m_editing.explain(&change.error(), event.view);
    m_editing.commit(*change);
    for (const auto& connection : change->connections)
        if (connection.after) m_editing.select({connection.after->id.text()});
}

void SelectTool::reset(CanvasWidget& canvas)
{
    m_state = State::Idle;
    m_pressed.clear();
    m_target.clear();
    m_isRefused = false;
    m_rect = QRectF();
    canvas.update();
}

bool SelectTool::mouseRelease(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button != Qt::LeftButton || m_state == State::Idle) return false;
    m_at = event.scene;
    switch (m_state) {
    case State::Idle: break;
    case State::Pressed:
        if (!(event.modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) m_editing.select({m_pressed});
        break;
    case State::Moving: finishMove(event); m_editing.explain(nullptr, event.view); break;
    case State::Banding: finishBand(canvas, event.modifiers); break;
    case State::Resizing: finishResize(); break;
    case State::Connecting: finishConnect(canvas, event); break;
    }
    reset(canvas);
    return true;
}

bool SelectTool::mouseDoubleClick(CanvasWidget& canvas, const PointerEvent& event)
{
    const std::string id = blockAt(canvas, event.scene);
    reset(canvas);
    if (id.empty()) return false;
    m_editing.select({id});
    m_editing.editName(id);
    return true;
}

void SelectTool::mouseLeave(CanvasWidget& canvas)
{
    if (m_state != State::Idle) return;
    m_hovered.clear();
    canvas.update();
}

void SelectTool::deactivate(CanvasWidget& canvas)
{
    if (m_state == State::Moving) m_editing.preview({});
    m_editing.explain(nullptr, {});
    reset(canvas);
}

bool SelectTool::nudge(const QKeyEvent& event)
{
    const int step = event.modifiers() & Qt::ShiftModifier ? 1 : kGrid;
    Point by;
    switch (event.key()) {
    case Qt::Key_Left: by.x = -step; break;
    case Qt::Key_Right: by.x = step; break;
    case Qt::Key_Up: by.y = -step; break;
    case Qt::Key_Down: by.y = step; break;
    default: return false;
    }
    const auto change = edit::moveBlocks(m_editing.document(), selectedBlocks(), by);
    if (!change.isEmpty()) m_editing.commit(edit::growContainers(m_editing.document(), m_editing.catalogue(), change));
    return true;
}

bool SelectTool::keyPress(CanvasWidget& canvas, QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape) {
        if (m_state == State::Idle) m_editing.select({});
        deactivate(canvas);
        return true;
    }
    if (m_state != State::Idle) return false;
    if (event.key() == Qt::Key_F2 && m_editing.selection().size() == 1) {
        m_editing.editName(*m_editing.selection().begin());
        return true;
    }
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    return nudge(event);
}

}  // namespace lintel::rendering::canvas
