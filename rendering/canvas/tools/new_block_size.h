#pragma once

#include "model/base/geometry.h"
#include "model/catalogue/kind.h"

namespace lintel::rendering::canvas {

/// Diagram units between the places that dragged things snap to.
inline constexpr int kGrid = 8;

/// How large a block of a kind is when it is first dropped.
model::Size newBlockSize(const model::catalogue::Kind& kind);

int snapped(double value);
model::Point snapped(double x, double y);

}  // namespace lintel::rendering::canvas
