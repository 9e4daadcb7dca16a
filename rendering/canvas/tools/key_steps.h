#pragma once

#include "rendering/canvas/tools/editing.h"

class QKeyEvent;

namespace lintel::rendering::canvas {

class CanvasWidget;

/// What single keys do while no gesture is under way: arrows nudge what is selected (Shift: by one unit), or choose a
/// first block; Alt+arrows go to the neighbour; Enter goes into a container, Shift+Enter out of it; F2 names. True when
/// used.
bool stepByKey(Editing& editing, CanvasWidget& canvas, const QKeyEvent& event);

}  // namespace lintel::rendering::canvas
