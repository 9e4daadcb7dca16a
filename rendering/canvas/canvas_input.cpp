#include "rendering/canvas/canvas_widget.h"

#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kPixelsPerWheelUnit = 0.5;   // a notch of 120 units pans 60 pixels
constexpr qreal kZoomPerWheelUnit = 1.0015;  // a notch zooms by a fifth

}  // namespace

PointerEvent CanvasWidget::pointerEvent(const QMouseEvent& event) const
{
    return {toScene(event.position()), event.position(), event.button(), event.buttons(), event.modifiers()};
}

void CanvasWidget::beginPan(QPointF viewPoint)
{
    m_isPanning = true;
    m_panFrom = viewPoint;
    setCursor(Qt::ClosedHandCursor);
}

void CanvasWidget::endPan()
{
    m_isPanning = false;
    if (m_isSpaceDown)
        setCursor(Qt::OpenHandCursor);
    else
        unsetCursor();
}

void CanvasWidget::wheelEvent(QWheelEvent* event)
{
    const QPointF angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        setViewport(m_viewport.zoomedBy(std::pow(kZoomPerWheelUnit, angle.y()), event->position()));
    } else {
        QPointF delta = event->hasPixelDelta() ? QPointF(event->pixelDelta()) : angle * kPixelsPerWheelUnit;
        // Platforms that do not turn Shift+wheel sideways themselves.
        if ((event->modifiers() & Qt::ShiftModifier) && delta.x() == 0) delta = delta.transposed();
        setViewport(m_viewport.pannedBy(delta));
    }
    event->accept();
}

void CanvasWidget::mousePressEvent(QMouseEvent* event)
{
    const bool pans = event->button() == Qt::MiddleButton || (m_isSpaceDown && event->button() == Qt::LeftButton);
    if (pans)
        beginPan(event->position());
    else if (m_tool)
        event->setAccepted(m_tool->mousePress(*this, pointerEvent(*event)));
}

void CanvasWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isPanning) {
        setViewport(m_viewport.pannedBy(event->position() - m_panFrom));
        m_panFrom = event->position();
    } else if (m_tool) {
        event->setAccepted(m_tool->mouseMove(*this, pointerEvent(*event)));
    }
}

void CanvasWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_isPanning)
        endPan();
    else if (m_tool)
        event->setAccepted(m_tool->mouseRelease(*this, pointerEvent(*event)));
}

void CanvasWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_isSpaceDown)
        mousePressEvent(event);
    else if (m_tool)
        event->setAccepted(m_tool->mouseDoubleClick(*this, pointerEvent(*event)));
}

void CanvasWidget::leaveEvent(QEvent* event)
{
    if (m_tool) m_tool->mouseLeave(*this);
    QWidget::leaveEvent(event);
}

void CanvasWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat() && !m_isSpaceDown) {
            m_isSpaceDown = true;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (!m_tool || !m_tool->keyPress(*this, *event)) QWidget::keyPressEvent(event);
}

void CanvasWidget::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && m_isSpaceDown) {
        if (event->isAutoRepeat()) return;
        m_isSpaceDown = false;
        if (!m_isPanning) unsetCursor();
        return;
    }
    if (!m_tool || !m_tool->keyRelease(*this, *event)) QWidget::keyReleaseEvent(event);
}

void CanvasWidget::focusOutEvent(QFocusEvent* event)
{
    // The release of the space bar goes elsewhere now.
    m_isSpaceDown = false;
    endPan();
    QWidget::focusOutEvent(event);
}

void CanvasWidget::dragEnterEvent(QDragEnterEvent* event)
{
    // Entering is accepted even where a drop would not be: Qt delivers no moves to a widget that refuses the entry.
    const bool used = m_tool && m_tool->dragMove(*this, *event, toScene(event->position()));
    event->setAccepted(used);
}

void CanvasWidget::dragMoveEvent(QDragMoveEvent* event)
{
    const bool used = m_tool && m_tool->dragMove(*this, *event, toScene(event->position()));
    if (!used) event->ignore();
}

void CanvasWidget::dragLeaveEvent(QDragLeaveEvent* event)
{
    if (m_tool) m_tool->dragLeave(*this);
    QWidget::dragLeaveEvent(event);
}

void CanvasWidget::dropEvent(QDropEvent* event)
{
    const bool used = m_tool && m_tool->drop(*this, *event, toScene(event->position()));
    if (!used) event->ignore();
}

}  // namespace lintel::rendering::canvas
