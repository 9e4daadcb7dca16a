#include "rendering/canvas/tools/selection_marks.h"

#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/grip.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QPainter>
#include <QPolygonF>

#include <set>

namespace lintel::rendering::canvas {

namespace {

/// A disc with a plus: drag to connect, click to be offered what comes next.
void paintConnectPoint(QPainter& painter, const Theme& theme, QPointF at, qreal pixel)
{
    painter.setPen(QPen(theme.selection, 1.5 * pixel));
    painter.setBrush(theme.background);
    painter.drawEllipse(at, 6 * pixel, 6 * pixel);
    painter.drawLine(at - QPointF(3 * pixel, 0), at + QPointF(3 * pixel, 0));
    painter.drawLine(at - QPointF(0, 3 * pixel), at + QPointF(0, 3 * pixel));
}

void paintPadlock(QPainter& painter, const Theme& theme, QPointF at, qreal pixel)
{
    painter.setPen(QPen(theme.selection, 1.6 * pixel));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(at.x() - 3.5 * pixel, at.y() - 8 * pixel, 7 * pixel, 9 * pixel), 0, 180 * 16);
    painter.setBrush(theme.selection);
    painter.drawRoundedRect(QRectF(at.x() - 5 * pixel, at.y() - 3.5 * pixel, 10 * pixel, 8 * pixel), pixel, pixel);
}

}  // namespace

void paintSelection(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, qreal pixel)
{
    const auto& selection = editing.selection();
    if (selection.empty()) return;
    // What is selected may be everything: each thing is looked at once, and only where it is seen.
    const QRectF seen = canvas.visibleSceneRect().adjusted(-4 * pixel, -4 * pixel, 4 * pixel, 4 * pixel);
    const QPen ring(canvas.theme().selection, 2 * pixel, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen glow(canvas.theme().selection, 3 * pixel, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const auto outline = [&](const QRectF& rect) {
        painter.setPen(ring);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-3 * pixel, -3 * pixel, 3 * pixel, 3 * pixel), 5 * pixel, 5 * pixel);
    };
    std::set<std::string> others = selection;
    for (const model::layout::BlockGeometry& block : editing.shownGeometry().blocks) {
        if (others.erase(block.id.text()) == 0) continue;
        const QRectF rect = toQRectF(block.rect);
        if (!rect.intersects(seen)) continue;
        outline(rect);
        if (isLocked(editing, block.id))
            paintPadlock(painter, canvas.theme(), rect.topRight() + QPointF(-9, -10) * pixel, pixel);
    }
    for (const auto& [id, path] : canvas.picture().pathsOf(others)) {
        others.erase(id);
        painter.setPen(glow);
        if (path.boundingRect().adjusted(-pixel, -pixel, pixel, pixel).intersects(seen)) painter.drawPolyline(path);
    }
    for (const std::string& id : others)
        if (const Element* element = canvas.picture().find(id)) outline(element->bounds);
}

void paintHandles(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, const std::string& hovered,
                  qreal pixel)
{
    const Theme& theme = canvas.theme();
    const std::string selected = editing.selection().size() == 1 ? *editing.selection().begin() : std::string();
    const QRectF rect = rectOf(editing.geometry(), selected);
    if (isContainer(editing, selected) && !isLocked(editing, model::BlockId(selected))) {
        painter.setPen(QPen(theme.selection, 1.5 * pixel));
        painter.setBrush(theme.background);
        for (const QPointF at : corners(rect))
            painter.drawRect(QRectF(at.x() - 4 * pixel, at.y() - 4 * pixel, 8 * pixel, 8 * pixel));
    }
    for (const std::string& id : {hovered, hovered == selected ? std::string() : selected}) {
        const QRectF block = rectOf(editing.geometry(), id);
        // On a block that is a few pixels small the points would hide it.
        if (block.width() < 40 * pixel || block.height() < 24 * pixel) continue;
        for (const QPointF at : connectPoints(block)) paintConnectPoint(painter, theme, at, pixel);
    }
}

}  // namespace lintel::rendering::canvas
