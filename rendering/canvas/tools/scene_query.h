#pragma once

#include "rendering/canvas/tools/editing.h"

#include <QRectF>

#include <string>
#include <vector>

/// Questions that every gesture asks of the design on the canvas.
namespace lintel::rendering::canvas {

class CanvasWidget;

QRectF toQRectF(const model::Rect& rect);
model::Point toPoint(QPointF point);

/// Where a block is drawn; empty when there is no such block.
QRectF rectOf(const model::layout::Geometry& geometry, const std::string& id);
QRectF rectOf(const model::layout::Geometry& geometry, const model::NoteId& id);
bool isContainer(const Editing& editing, const std::string& id);
bool isBlock(const Editing& editing, const std::string& id);
/// Auto-layout and the mouse leave it where it is.
bool isLocked(const Editing& editing, const model::BlockId& id);

/// The topmost element under a point; empty when there is none.
std::string elementAt(const CanvasWidget& canvas, QPointF scene);
/// The connection that passes within `reach` pixels; empty when there is none.
std::string connectionAt(const CanvasWidget& canvas, const Editing& editing, QPointF scene, qreal reach);

std::vector<model::BlockId> selectedBlocks(const Editing& editing);
/// The selected notes `by` further than they are drawn.
model::edit::ChangeSet movedNotes(const Editing& editing, model::Point by);

}  // namespace lintel::rendering::canvas
