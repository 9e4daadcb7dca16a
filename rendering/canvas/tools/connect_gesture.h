#pragma once

#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/gesture.h"

namespace lintel::rendering::canvas {

/// Draws a connection from a block's edge to where it is let go: on another block, or on nothing, which offers
/// the blocks that may come next. A click on the edge offers them as well.
class ConnectGesture : public Gesture {
public:
    ConnectGesture(Editing& editing, std::string from, const PointerEvent& press);

    void move(CanvasWidget& canvas, const PointerEvent& event) override;
    void finish(CanvasWidget& canvas, const PointerEvent& event) override;
    void revert(CanvasWidget&) override { m_editing.preview({}); }
    void paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const override;

private:
    bool isTarget(const std::string& id) const;

    Editing& m_editing;
    std::string m_from;
    std::string m_target;
    QPointF m_start;
    QPointF m_at;
    QPointF m_startView;
    bool m_isDragged = false;
};

/// The connection that a gesture from one block to another draws, with the port that usually belongs there.
model::Result<model::edit::ChangeSet> connectionBetween(const Editing& editing, const std::string& from,
                                                        const std::string& to);

/// The same between blocks of which `change` adds one.
model::Result<model::edit::ChangeSet> connectionAfter(const Editing& editing, const model::edit::ChangeSet& change,
                                                      const std::string& from, const std::string& to);

}  // namespace lintel::rendering::canvas
