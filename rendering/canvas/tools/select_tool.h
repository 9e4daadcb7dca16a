#pragma once

#include "rendering/canvas/tool.h"
#include "rendering/canvas/tools/drop_target.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/handles.h"

#include <QRectF>

namespace lintel::rendering::canvas {

/// The everyday tool: select, move and reparent by dragging, rubber band, resize by the corners, connect from
/// the middles of the edges, take drops from the palette, nudge by keyboard. A gesture is one change set;
/// Escape or losing the tool leaves the design as it was.
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
    enum class State { Idle, Pressed, Moving, Banding, Resizing, Connecting };

    QRectF rectOf(const std::string& id) const;
    std::string blockAt(const CanvasWidget& canvas, QPointF scene) const;
    std::vector<model::BlockId> selectedBlocks() const;
    bool isContainer(const std::string& id) const;
    bool startGrip(const CanvasWidget& canvas, QPointF scene);
    void pressOn(const CanvasWidget& canvas, const PointerEvent& event);
    void moveTo(const PointerEvent& event);
    model::edit::ChangeSet moveChange(QPointF scene, DropTarget& target) const;
    void finishMove(const PointerEvent& event);
    void finishBand(const CanvasWidget& canvas, Qt::KeyboardModifiers modifiers);
    void finishResize();
    void finishConnect(const CanvasWidget& canvas, const PointerEvent& event);
    void reset(CanvasWidget& canvas);
    bool nudge(const QKeyEvent& event);
    void updateCursor(CanvasWidget& canvas, QPointF scene);

    Editing& m_editing;
    State m_state = State::Idle;
    QPointF m_from;
    QPointF m_at;
    QPointF m_fromView;
    std::string m_pressed;     ///< what the button went down on
    std::string m_hovered;     ///< block under the pointer
    std::string m_target;      ///< container or block that would take the drop
    bool m_isRefused = false;
    Corner m_corner = Corner::BottomRight;
    QRectF m_rect;             ///< while resizing: the new rectangle; while dropping: where it lands
};

}  // namespace lintel::rendering::canvas
