#include "rendering/canvas/tools/place_tool.h"

#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/drop_marks.h"
#include "rendering/canvas/tools/selection_marks.h"

#include <QKeyEvent>

namespace lintel::rendering::canvas {

void PlaceTool::activate(CanvasWidget& canvas) { canvas.setCursor(Qt::CrossCursor); }

void PlaceTool::deactivate(CanvasWidget& canvas)
{
    mouseLeave(canvas);
    canvas.unsetCursor();
}

void PlaceTool::mouseLeave(CanvasWidget& canvas)
{
    m_block.reset();
    m_editing.preview({});
    m_editing.explain(nullptr, {});
    canvas.update();
}

void PlaceTool::show(CanvasWidget& canvas, QPointF scene)
{
    m_block = newBlockAt(canvas, m_editing, m_kind, scene);
    m_editing.explain(m_block->target.refusal ? &*m_block->target.refusal : nullptr, canvas.toView(scene));
    m_editing.preview(m_block->change);
    canvas.update();
}

bool PlaceTool::mouseMove(CanvasWidget& canvas, const PointerEvent& event)
{
    show(canvas, event.scene);
    return true;
}

bool PlaceTool::mousePress(CanvasWidget&, const PointerEvent& event) { return event.button == Qt::LeftButton; }

bool PlaceTool::mouseRelease(CanvasWidget& canvas, const PointerEvent& event)
{
    if (event.button == Qt::RightButton) m_done();
    if (event.button != Qt::LeftButton) return false;
    const NewBlock block = newBlockAt(canvas, m_editing, m_kind, event.scene);
    if (!block.target.isAccepted()) {
        show(canvas, event.scene);
        return true;
    }
    mouseLeave(canvas);
    m_editing.commit(block.change);
    m_editing.select({block.id.text()});
    if (!(event.modifiers & Qt::ShiftModifier)) m_done();
    return true;
}

bool PlaceTool::keyPress(CanvasWidget&, QKeyEvent& event)
{
    if (event.key() != Qt::Key_Escape) return false;
    m_done();
    return true;
}

void PlaceTool::paintOverlay(QPainter& painter, const CanvasWidget& canvas, qreal scale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelection(painter, canvas, m_editing, 1 / scale);
    if (m_block) paintNewBlock(painter, canvas, m_editing, *m_block, 1 / scale);
}

}  // namespace lintel::rendering::canvas
