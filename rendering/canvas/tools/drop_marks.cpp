#include "rendering/canvas/tools/drop_marks.h"

#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/scene_query.h"

namespace lintel::rendering::canvas {

void paintDropTarget(QPainter& painter, const Theme& theme, const QRectF& rect, bool isRefused, qreal pixel)
{
    if (rect.isEmpty()) return;
    QColor tint = isRefused ? theme.severity(model::lint::Severity::Error) : theme.selection;
    painter.setPen(QPen(tint, 2.5 * pixel));
    tint.setAlpha(30);
    painter.setBrush(tint);
    painter.drawRoundedRect(rect, 5, 5);
}

void paintGhost(QPainter& painter, const Theme& theme, const QRectF& rect, bool isRefused, qreal pixel)
{
    if (rect.isEmpty()) return;
    QColor tint = isRefused ? theme.severity(model::lint::Severity::Error) : theme.selection;
    painter.setPen(QPen(tint, 1.5 * pixel, Qt::DashLine));
    tint.setAlpha(20);
    painter.setBrush(tint);
    painter.drawRoundedRect(rect, 5, 5);
}

void paintNewBlock(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, const NewBlock& block,
                   qreal pixel)
{
    const bool isRefused = !block.target.isAccepted();
    paintDropTarget(painter, canvas.theme(), rectOf(editing.shownGeometry(), block.target.parent.text()), isRefused,
                    pixel);
    // The block itself is in the preview; only what has no place yet needs a stand-in.
    const QRectF drawn = rectOf(editing.shownGeometry(), block.id.text());
    paintGhost(painter, canvas.theme(), drawn.isEmpty() ? block.rect : drawn, isRefused, pixel);
}

}  // namespace lintel::rendering::canvas
