#pragma once

#include <QPointF>
#include <Qt>

class QDragMoveEvent;
class QDropEvent;
class QKeyEvent;
class QPainter;

namespace lintel::rendering::canvas {

class CanvasWidget;

/// A mouse event on the canvas in both coordinate systems.
struct PointerEvent {
    QPointF scene;  ///< diagram units
    QPointF view;   ///< widget pixels
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons = Qt::NoButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// What the mouse and keyboard mean on the canvas. The canvas keeps panning and zooming to itself and hands
/// the rest to its tool. Each handler returns true when it has used the event.
class Tool {
public:
    virtual ~Tool() = default;

    virtual void activate(CanvasWidget&) {}
    /// Also called when the canvas loses the tool in mid-gesture: revert what is unfinished.
    virtual void deactivate(CanvasWidget&) {}

    virtual bool mousePress(CanvasWidget&, const PointerEvent&) { return false; }
    virtual bool mouseMove(CanvasWidget&, const PointerEvent&) { return false; }  ///< also without a button
    virtual bool mouseRelease(CanvasWidget&, const PointerEvent&) { return false; }
    virtual bool mouseDoubleClick(CanvasWidget&, const PointerEvent&) { return false; }
    virtual void mouseLeave(CanvasWidget&) {}
    virtual bool keyPress(CanvasWidget&, QKeyEvent&) { return false; }
    virtual bool keyRelease(CanvasWidget&, QKeyEvent&) { return false; }

    /// Accept the event to allow the drop; `scene` is its position. Entering counts as the first move.
    virtual bool dragMove(CanvasWidget&, QDragMoveEvent&, QPointF) { return false; }
    virtual void dragLeave(CanvasWidget&) {}
    virtual bool drop(CanvasWidget&, QDropEvent&, QPointF) { return false; }

    /// Painted above the picture, in scene coordinates; `scale` is pixels per diagram unit, for lines of
    /// constant width.
    virtual void paintOverlay(QPainter&, const CanvasWidget&, qreal) {}
};

}  // namespace lintel::rendering::canvas
