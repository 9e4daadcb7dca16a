#include "rendering/canvas/tools/band_gesture.h"

#include "rendering/canvas/canvas_widget.h"

#include <QPainter>

namespace lintel::rendering::canvas {

BandGesture::BandGesture(Editing& editing, const PointerEvent& press)
    : m_editing(editing), m_from(press.scene), m_to(press.scene), m_before(editing.selection())
{
    if (press.modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) m_base = m_before;
}

void BandGesture::move(CanvasWidget& canvas, const PointerEvent& event)
{
    m_to = event.scene;
    std::set<std::string> selection = m_base;
    for (const Element* element : canvas.picture().elementsInside(QRectF(m_from, m_to).normalized()))
        selection.insert(element->id);
    m_editing.select(selection);
}

void BandGesture::revert(CanvasWidget&) { m_editing.select(m_before); }

void BandGesture::paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const
{
    QColor tint = canvas.theme().selection;
    painter.setPen(QPen(tint, pixel));
    tint.setAlpha(28);
    painter.setBrush(tint);
    painter.drawRect(QRectF(m_from, m_to).normalized());
}

}  // namespace lintel::rendering::canvas
