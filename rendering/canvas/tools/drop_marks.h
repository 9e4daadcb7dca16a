#pragma once

#include "rendering/canvas/tools/new_block.h"

#include <QPainter>

namespace lintel::rendering {
struct Theme;
}

namespace lintel::rendering::canvas {

/// The container that would take what is being dropped.
void paintDropTarget(QPainter& painter, const Theme& theme, const QRectF& rect, bool isRefused, qreal pixel);
/// Where a new block would land.
void paintGhost(QPainter& painter, const Theme& theme, const QRectF& rect, bool isRefused, qreal pixel);

/// A new block, its container and the connection it goes into.
void paintNewBlock(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, const NewBlock& block,
                   qreal pixel);

}  // namespace lintel::rendering::canvas
