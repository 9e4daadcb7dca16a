#pragma once

#include "rendering/canvas/tools/editing.h"

#include <string>

class QPainter;

namespace lintel::rendering::canvas {

class CanvasWidget;

/// The outlines of what is selected, as it is shown at the moment. `pixel` is the size of one pixel in the scene.
void paintSelection(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, qreal pixel);

/// The corners of a lone selected container, the connection points of the hovered and of the selected block, and
/// the marks of locked ones.
void paintHandles(QPainter& painter, const CanvasWidget& canvas, const Editing& editing, const std::string& hovered,
                  qreal pixel);

}  // namespace lintel::rendering::canvas
