#pragma once

#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/gesture.h"
#include "rendering/canvas/tools/grip.h"

#include <QRectF>

namespace lintel::rendering::canvas {

/// Drags edges of a container. What it holds stays where it is, whichever edge moves, and is never cut off.
class ResizeGesture : public Gesture {
public:
    ResizeGesture(Editing& editing, std::string id, const Grip& grip);

    void move(CanvasWidget& canvas, const PointerEvent& event) override;
    void finish(CanvasWidget& canvas, const PointerEvent& event) override;
    void revert(CanvasWidget&) override { m_editing.preview({}); }

private:
    QRectF leastRect() const;
    model::edit::ChangeSet changeAt(const PointerEvent& event) const;

    Editing& m_editing;
    std::string m_id;
    Grip m_grip;
    QRectF m_before;
    QRectF m_least;
};

}  // namespace lintel::rendering::canvas
