#pragma once

#include "rendering/canvas/tool.h"

class QPainter;

namespace lintel::rendering::canvas {

/// One press, drag and release of the mouse. Made when it starts, asked to finish or to revert exactly once, then
/// thrown away; so a gesture is one change set or none.
class Gesture {
public:
    virtual ~Gesture() = default;

    virtual void move(CanvasWidget& canvas, const PointerEvent& event) = 0;
    virtual void finish(CanvasWidget& canvas, const PointerEvent& event) = 0;
    /// Leaves the design as it was before.
    virtual void revert(CanvasWidget&) {}
    /// In scene coordinates; `pixel` is the size of one pixel there.
    virtual void paint(QPainter&, const CanvasWidget&, qreal pixel) const { static_cast<void>(pixel); }
};

}  // namespace lintel::rendering::canvas
