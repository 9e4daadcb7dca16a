#include "rendering/canvas/tools/select_tool.h"

#include "model/edit/operations/shrink_container.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/band_gesture.h"
#include "rendering/canvas/tools/connect_gesture.h"
#include "rendering/canvas/tools/drop_marks.h"
#include "rendering/canvas/tools/grip.h"
#include "rendering/canvas/tools/key_steps.h"
#include "rendering/canvas/tools/move_gesture.h"
#include "rendering/canvas/tools/resize_gesture.h"
#include "rendering/canvas/tools/scene_query.h"
#include "rendering/canvas/tools/selection_marks.h"

#include <QDragMoveEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineF>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

constexpr qreal kDragDistance = 4;  // pixels

bool extendsSelection(Qt::KeyboardModifiers modifiers) { return modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }

std::string onlySelected(const Editing& editing)
{
    return editing.selection().size() == 1 ? *editing.selection().begin() : std::string();
}

}  // namespace

/// The hovered or selected block whose connection point is under the pointer.
std::string SelectTool::gripBlock(const CanvasWidget& canvas, QPointF scene) const
{
    const qreal reach = kGripReach / canvas.zoom();
    for (const std::string& id : {m_hovered, onlySelected(m_editing)}) {
        const QRectF rect = rectOf(m_editing.geometry(), id);
        if (!rect.isEmpty() && isAtConnectPoint(rect, scene, reach)) return id;
    }
    return {};
}

std::unique_ptr<Gesture> SelectTool::gestureAt(const CanvasWidget& canvas, const PointerEvent& event) const
{
    const std::string from = gripBlock(canvas, event.scene);
    if (!from.empty()) return std::make_unique<ConnectGesture>(m_editing, from, event);
    const std::string selected = onlySelected(m_editing);
    if (isContainer(m_editing, selected) && !isLocked(m_editing, BlockId(selected)))
        if (const auto grip = gripAt(rectOf(m_editing.geometry(), selected), event.scene, kGripReach / canvas.zoom()))
            return std::make_unique<ResizeGesture>(m_editing, selected, *grip);
    return nullptr;
}

void SelectTool::press(const CanvasWidget& canvas, const PointerEvent& event)
{
    const std::string id = elementAt(canvas, event.scene);
    const bool extends = extendsSelection(event.modifiers);
    if (id.empty()) {
        m_gesture = std::make_unique<BandGesture>(m_editing, event);
        if (!extends) m_editing.select({});
        return;
    }
    m_press = Press{id, event, extends};
    if (!extends && !m_editing.selection().contains(id)) m_editing.select({id});
}

bool SelectTool::mousePress(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button != Qt::LeftButton) return false;
    m_editing.explain(nullptr, event.view);
    m_gesture = gestureAt(canvas, event);
    if (!m_gesture) press(canvas, event);
    canvas.update();
    return true;
}

bool SelectTool::mouseMove(CanvasWidget& canvas, const PointerEvent& event)
{
    const bool isDrag = m_press && QLineF(m_press->event.view, event.view).length() >= kDragDistance;
    if (isDrag) {
        // Dragging something that is not selected takes it alone.
        if (!m_editing.selection().contains(m_press->id)) m_editing.select({m_press->id});
        m_gesture = std::make_unique<MoveGesture>(m_editing, m_press->event);
        m_press.reset();
    }
    if (m_gesture)
        m_gesture->move(canvas, event);
    else if (!m_press)
        hover(canvas, event.scene);
    canvas.update();
    return true;
}

void SelectTool::hover(CanvasWidget& canvas, QPointF scene)
{
    const bool isOnPoint = !gripBlock(canvas, scene).empty();
    if (!isOnPoint) {
        const std::string id = elementAt(canvas, scene);
        m_hovered = isBlock(m_editing, id) ? id : std::string();
    }
    const std::string selected = onlySelected(m_editing);
    const auto grip = isOnPoint || !isContainer(m_editing, selected)
                          ? std::nullopt
                          : gripAt(rectOf(m_editing.geometry(), selected), scene, kGripReach / canvas.zoom());
    canvas.setCursor(isOnPoint ? Qt::CrossCursor : grip ? cursorOf(*grip) : Qt::ArrowCursor);
}

void SelectTool::click(const Press& press)
{
    if (!press.extends) return m_editing.select({press.id});
    auto selection = m_editing.selection();
    if (!selection.erase(press.id)) selection.insert(press.id);
    m_editing.select(selection);
}

void SelectTool::end(CanvasWidget& canvas)
{
    m_gesture.reset();
    m_press.reset();
    m_drop.reset();
    canvas.update();
}

bool SelectTool::mouseRelease(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button != Qt::LeftButton || (!m_gesture && !m_press)) return false;
    // The gesture ends before its edit is made: what the edit sets off finds the tool at rest.
    const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    const std::optional<Press> press = std::move(m_press);
    end(canvas);
    if (gesture)
        gesture->finish(canvas, event);
    else
        click(*press);
    return true;
}

bool SelectTool::mouseDoubleClick(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button != Qt::LeftButton) return false;
    const std::string selected = onlySelected(m_editing);
    deactivate(canvas);
    if (isContainer(m_editing, selected) && gripBlock(canvas, event.scene).empty() &&
        gripAt(rectOf(m_editing.geometry(), selected), event.scene, kGripReach / canvas.zoom())) {
        m_editing.commit(edit::shrinkContainer(m_editing.document(), m_editing.catalogue(), BlockId(selected)));
        return true;
    }
    const std::string id = elementAt(canvas, event.scene);
    if (id.empty()) return false;
    m_editing.select({id});
    m_editing.editName(id);
    return true;
}

void SelectTool::mouseLeave(CanvasWidget& canvas)
{
    if (m_gesture || m_press) return;
    m_hovered.clear();
    canvas.update();
}

void SelectTool::deactivate(CanvasWidget& canvas)
{
    if (const std::unique_ptr<Gesture> gesture = std::move(m_gesture))
        gesture->revert(canvas);
    else if (m_drop)
        m_editing.preview({});
    m_editing.explain(nullptr, {});
    end(canvas);
}

bool SelectTool::keyPress(CanvasWidget& canvas, QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape) {
        if (!m_gesture && !m_drop) m_editing.select({});
        deactivate(canvas);
        return true;
    }
    if (m_gesture || m_press) return false;
    return stepByKey(m_editing, canvas, event);
}

bool SelectTool::dragMove(CanvasWidget& canvas, QDragMoveEvent& event, QPointF scene)
{
    const auto dragged = event.mimeData() ? fromMimeData(*event.mimeData()) : std::nullopt;
    if (!dragged || !m_editing.catalogue().find(dragged->kind)) return false;
    m_drop = newBlockAt(canvas, m_editing, *dragged, scene);
    m_editing.explain(m_drop->target.refusal ? &*m_drop->target.refusal : nullptr, canvas.toView(scene));
    m_editing.preview(m_drop->change);
    event.setDropAction(m_drop->target.isAccepted() ? Qt::CopyAction : Qt::IgnoreAction);
    event.setAccepted(m_drop->target.isAccepted());
    canvas.update();
    return true;
}

void SelectTool::dragLeave(CanvasWidget& canvas) { deactivate(canvas); }

bool SelectTool::drop(CanvasWidget& canvas, QDropEvent& event, QPointF scene)
{
    const auto dragged = event.mimeData() ? fromMimeData(*event.mimeData()) : std::nullopt;
    if (!dragged || !m_editing.catalogue().find(dragged->kind)) return false;
    const NewBlock block = newBlockAt(canvas, m_editing, *dragged, scene);
    deactivate(canvas);
    if (!block.target.isAccepted()) return false;
    m_editing.commit(block.change);
    m_editing.select({block.id.text()});
    event.setDropAction(Qt::CopyAction);
    event.accept();
    canvas.setFocus();
    return true;
}

void SelectTool::paintOverlay(QPainter& painter, const CanvasWidget& canvas, qreal scale)
{
    const qreal pixel = 1 / scale;
    painter.setRenderHint(QPainter::Antialiasing);
    // What is dragged marks itself while the picture is behind it.
    if (!m_gesture || !m_editing.isPreviewLate()) paintSelection(painter, canvas, m_editing, pixel);
    if (!m_gesture && !m_press && !m_drop) paintHandles(painter, canvas, m_editing, m_hovered, pixel);
    if (m_gesture) m_gesture->paint(painter, canvas, pixel);
    if (m_drop) paintNewBlock(painter, canvas, m_editing, *m_drop, pixel);
}

}  // namespace lintel::rendering::canvas
