#pragma once

#include "rendering/canvas/tools/drop_target.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/kind_mime.h"

#include <QRectF>

#include <string>

namespace lintel::rendering::canvas {

class CanvasWidget;

/// What would happen if a palette entry were let go at a point.
struct NewBlock {
    DropTarget target;              ///< says why not, when nothing may hold it there
    QRectF rect;                    ///< where it lands, or would like to
    std::string onto;               ///< the connection it is put into; empty = none
    model::edit::ChangeSet change;  ///< empty when it is refused
    model::BlockId id;              ///< of the new block in `change`
};

NewBlock newBlockAt(const CanvasWidget& canvas, const Editing& editing, const DraggedKind& dragged, QPointF scene);

/// In a container that is known already, next to what is in there; the keyboard's way.
NewBlock newBlockIn(const Editing& editing, const DraggedKind& dragged, const model::BlockId& parent, QPointF wish);

}  // namespace lintel::rendering::canvas
