#pragma once

#include "model/base/geometry.h"

namespace lintel::rendering::canvas {

/// Diagram units between the places that dragged things snap to.
inline constexpr int kGrid = 8;

int snapped(double value);
model::Point snapped(double x, double y);

}  // namespace lintel::rendering::canvas
