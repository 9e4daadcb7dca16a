#pragma once

#include "rendering/canvas/tool.h"
#include "rendering/canvas/tools/new_block.h"

#include <functional>
#include <optional>

namespace lintel::rendering::canvas {

/// Puts a palette entry down by click: it hangs on the pointer until it is placed or Escape is pressed. With Shift it
/// stays for another one. What dragging from the palette does, for those who would rather click.
class PlaceTool : public Tool {
public:
    /// `editing` must outlive the tool; `done` gives the canvas back to the tool before.
    PlaceTool(Editing& editing, std::function<void()> done) : m_editing(editing), m_done(std::move(done)) {}

    void hold(const DraggedKind& kind) { m_kind = kind; }

    void activate(CanvasWidget& canvas) override;
    void deactivate(CanvasWidget& canvas) override;
    bool mousePress(CanvasWidget& canvas, const PointerEvent& event) override;
    bool mouseMove(CanvasWidget& canvas, const PointerEvent& event) override;
    bool mouseRelease(CanvasWidget& canvas, const PointerEvent& event) override;
    void mouseLeave(CanvasWidget& canvas) override;
    bool keyPress(CanvasWidget& canvas, QKeyEvent& event) override;
    void paintOverlay(QPainter& painter, const CanvasWidget& canvas, qreal scale) override;

private:
    void show(CanvasWidget& canvas, QPointF scene);

    Editing& m_editing;
    std::function<void()> m_done;
    DraggedKind m_kind;
    std::optional<NewBlock> m_block;
};

}  // namespace lintel::rendering::canvas
