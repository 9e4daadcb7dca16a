#pragma once

#include "rendering/canvas/tool.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/gesture.h"
#include "rendering/canvas/tools/new_block.h"

#include <memory>
#include <optional>
#include <string>

namespace lintel::rendering::canvas {

/// The everyday tool: a click selects, a double click names, and a drag is a gesture: it moves blocks, resizes a
/// container, draws a connection or a rubber band. Takes drops from the palette. Escape or losing the tool leaves
/// the design as it was.
class SelectTool : public Tool {
public:
    /// `editing` must outlive the tool.
    explicit SelectTool(Editing& editing) : m_editing(editing) {}

    void deactivate(CanvasWidget& canvas) override;
    bool mousePress(CanvasWidget& canvas, const PointerEvent& event) override;
    bool mouseMove(CanvasWidget& canvas, const PointerEvent& event) override;
    bool mouseRelease(CanvasWidget& canvas, const PointerEvent& event) override;
    bool mouseDoubleClick(CanvasWidget& canvas, const PointerEvent& event) override;
    void mouseLeave(CanvasWidget& canvas) override;
    bool keyPress(CanvasWidget& canvas, QKeyEvent& event) override;
    bool dragMove(CanvasWidget& canvas, QDragMoveEvent& event, QPointF scene) override;
    void dragLeave(CanvasWidget& canvas) override;
    bool drop(CanvasWidget& canvas, QDropEvent& event, QPointF scene) override;
    void paintOverlay(QPainter& painter, const CanvasWidget& canvas, qreal scale) override;

private:
    /// The button is down on an element; whether that is a click or a drag shows later.
    struct Press {
        std::string id;
        PointerEvent event;
        bool extends = false;  ///< Shift or Ctrl: the click adds or takes away
    };

    std::unique_ptr<Gesture> gestureAt(const CanvasWidget& canvas, const PointerEvent& event) const;
    std::string gripBlock(const CanvasWidget& canvas, QPointF scene) const;
    void press(const CanvasWidget& canvas, const PointerEvent& event);
    void click(const Press& press);
    void hover(CanvasWidget& canvas, QPointF scene);
    void end(CanvasWidget& canvas);

    Editing& m_editing;
    std::unique_ptr<Gesture> m_gesture;
    std::optional<Press> m_press;
    std::string m_hovered;           ///< the block under the pointer
    std::optional<NewBlock> m_drop;  ///< while something from the palette is over the canvas
};

}  // namespace lintel::rendering::canvas
