#pragma once

#include "rendering/canvas/tools/drop_target.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/gesture.h"
#include "rendering/canvas/tools/smart_guides.h"
#include "rendering/display_list/display_list.h"

#include <memory>
#include <vector>

namespace lintel::rendering::canvas {

/// Drags the selected blocks and notes: snaps them into line, puts them into the container they are let go in, or into
/// the connection that a lone one is let go on. With Ctrl a copy is dragged, with Alt nothing snaps. What is dragged is
/// under the pointer in every frame, however late the preview of the whole comes.
class MoveGesture : public Gesture {
public:
    MoveGesture(Editing& editing, const PointerEvent& press);

    void move(CanvasWidget& canvas, const PointerEvent& event) override;
    void finish(CanvasWidget& canvas, const PointerEvent& event) override;
    void revert(CanvasWidget& canvas) override;
    void paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const override;

private:
    model::Point distanceTo(const CanvasWidget& canvas, const PointerEvent& event);
    model::Point inset(model::Point by) const;
    void drawDragged(const CanvasWidget& canvas);
    void paintDragged(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const;
    std::vector<QRectF> surroundings(const CanvasWidget& canvas) const;
    model::edit::ChangeSet withNotes(model::edit::ChangeSet change, model::Point by) const;
    bool movesNothing() const { return m_moving.empty() && !m_hasNotes; }
    model::edit::ChangeSet changeAt(const CanvasWidget& canvas, const PointerEvent& event);
    model::edit::ChangeSet placed(const model::edit::ChangeSet& moved, const model::BlockId& parent) const;
    model::edit::ChangeSet copied(model::Point by) const;
    model::edit::ChangeSet inserted(const CanvasWidget& canvas, const PointerEvent& event,
                                    const model::edit::ChangeSet& change);

    Editing& m_editing;
    QPointF m_from;
    std::vector<model::BlockId> m_moving;
    std::set<model::BlockId> m_withContents;
    std::vector<model::KindId> m_kinds;
    model::BlockId m_parent;  ///< of all of them, when it is the same
    bool m_isFromOneParent = true;
    bool m_hasNotes = false;
    QRectF m_bounds;
    DropTarget m_target;
    GuideSnap m_guides;
    std::string m_onto;                            ///< the connection that takes it
    model::Point m_by;                             ///< how far everything has been dragged
    std::shared_ptr<const DisplayList> m_dragged;  ///< what is dragged, where it was
};

}  // namespace lintel::rendering::canvas
