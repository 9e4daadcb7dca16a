#pragma once

#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/gesture.h"

namespace lintel::rendering::canvas {

/// The rubber band: selects what lies wholly inside it, live. With Shift or Ctrl it adds to what was selected.
class BandGesture : public Gesture {
public:
    BandGesture(Editing& editing, const PointerEvent& press);

    void move(CanvasWidget& canvas, const PointerEvent& event) override;
    void finish(CanvasWidget& canvas, const PointerEvent& event) override { move(canvas, event); }
    void revert(CanvasWidget& canvas) override;
    void paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const override;

private:
    Editing& m_editing;
    QPointF m_from;
    QPointF m_to;
    std::set<std::string> m_before;
    std::set<std::string> m_base;  ///< stays selected whatever the band holds
};

}  // namespace lintel::rendering::canvas
