#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/kind_mime.h"
#include "rendering/canvas/tools/new_block_size.h"
#include "rendering/canvas/tools/select_tool.h"

#include "model/edit/operations/add_block.h"
#include "model/edit/operations/grow_containers.h"

#include <QDragMoveEvent>
#include <QDropEvent>
#include <QPainter>

#include <cmath>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

Point toPoint(QPointF point) { return {static_cast<int>(std::floor(point.x())), static_cast<int>(std::floor(point.y()))}; }

}  // namespace

bool SelectTool::dragMove(CanvasWidget& canvas, QDragMoveEvent& event, QPointF scene)
{
    const auto dragged = event.mimeData() ? fromMimeData(*event.mimeData()) : std::nullopt;
    const catalogue::Kind* kind = dragged ? m_editing.catalogue().find(dragged->kind) : nullptr;
    if (!kind) return false;
    const DropTarget target =
        dropTargetAt(m_editing.geometry(), m_editing.document(), m_editing.catalogue(), toPoint(scene), {kind->id});
    const Size size = newBlockSize(*kind);
    m_rect = QRectF(scene.x() - size.width / 2.0, scene.y() - size.height / 2.0, size.width, size.height);
    m_target = target.parent.text();
    m_isRefused = !target.isAccepted();
    m_editing.explain(target.refusal ? &*target.refusal : nullptr, canvas.toView(scene));
    event.setAccepted(target.isAccepted());
    canvas.update();
    return true;
}

void SelectTool::dragLeave(CanvasWidget& canvas) { deactivate(canvas); }

bool SelectTool::drop(CanvasWidget& canvas, QDropEvent& event, QPointF scene)
{
    const auto dragged = event.mimeData() ? fromMimeData(*event.mimeData()) : std::nullopt;
    const catalogue::Kind* kind = dragged ? m_editing.catalogue().find(dragged->kind) : nullptr;
    if (!kind) return false;
    const DropTarget target =
        dropTargetAt(m_editing.geometry(), m_editing.document(), m_editing.catalogue(), toPoint(scene), {kind->id});
    deactivate(canvas);
    if (!target.isAccepted()) return false;
    const Size size = newBlockSize(*kind);
    const QRectF parent = rectOf(target.parent.text());
    const Point corner = snapped(scene.x() - parent.x() - size.width / 2.0, scene.y() - parent.y() - size.height / 2.0);
    Rect rect{corner.x, corner.y, size.width, size.height};
    const bool isInside = !parent.isEmpty();
    constexpr int kInset = 16;
    constexpr int kHeader = 40;
    if (isInside) {
        rect.x = std::max(rect.x, kInset);
        rect.y = std::max(rect.y, kHeader);
    }
    // Gateways find their own place on the border.
    if (kind->shape == catalogue::Shape::Border && isInside) rect = {};
    const auto change = edit::addBlock(m_editing.document(), m_editing.catalogue(),
                                       {kind->id, dragged->preset, {}, target.parent, rect});
    if (!change) {
        m_editing.explain(&change.error(), canvas.toView(scene));
        return false;
    }
    m_editing.commit(edit::growContainers(m_editing.document(), m_editing.catalogue(), *change));
    m_editing.select({change->blocks.front().after->id.text()});
    event.acceptProposedAction();
    canvas.setFocus();
    return true;
}

void SelectTool::paintOverlay(QPainter& painter, const CanvasWidget& canvas, qreal scale)
{
    const Theme& theme = canvas.theme();
    const qreal pixel = 1 / scale;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);

    painter.setPen(QPen(theme.selection, 2 * pixel));
    for (const std::string& id : m_editing.selection()) {
        if (const auto path = canvas.picture().pathOf(id); !path.empty())
            painter.drawPolyline(path.data(), static_cast<int>(path.size()));
        else if (const QRectF rect = rectOf(id); !rect.isEmpty())
            painter.drawRoundedRect(rect.adjusted(-3 * pixel, -3 * pixel, 3 * pixel, 3 * pixel), 4, 4);
    }
    painter.setBrush(theme.background);
    if (m_editing.selection().size() == 1 && isContainer(*m_editing.selection().begin()))
        for (const Corner corner : {Corner::TopLeft, Corner::TopRight, Corner::BottomLeft, Corner::BottomRight}) {
            const QPointF at = cornerPoint(rectOf(*m_editing.selection().begin()), corner);
            painter.drawRect(QRectF(at.x() - 4 * pixel, at.y() - 4 * pixel, 8 * pixel, 8 * pixel));
        }
    if (m_state == State::Idle && !rectOf(m_hovered).isEmpty())
        for (const QPointF at : connectPoints(rectOf(m_hovered), 0)) painter.drawEllipse(at, 4 * pixel, 4 * pixel);

    QColor tint = m_isRefused ? theme.severity(lint::Severity::Error) : theme.selection;
    painter.setPen(QPen(tint, 2 * pixel, Qt::DashLine));
    tint.setAlpha(24);
    painter.setBrush(tint);
    const bool showsTarget = !m_target.empty() && (m_state == State::Moving || m_state == State::Connecting || m_state == State::Idle);
    if (showsTarget) painter.drawRoundedRect(rectOf(m_target), 4, 4);
    if (m_state == State::Banding) painter.drawRect(QRectF(m_from, m_at).normalized());
    if (m_state == State::Connecting) painter.drawLine(m_from, m_at);
    const bool isDropping = m_state == State::Idle && !m_rect.isEmpty();
    if (m_state == State::Resizing || isDropping) painter.drawRoundedRect(m_rect, 4, 4);
}

}  // namespace lintel::rendering::canvas
