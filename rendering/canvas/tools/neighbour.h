#pragma once

#include "model/layout/geometry.h"

namespace lintel::rendering::canvas {

enum class Direction { Left, Right, Up, Down };

/// The block that the eye finds next in a direction from `from`: siblings first, then whatever else is not
/// around it or in it. Empty when nothing is there; of an empty `from`, the first block of the drawing.
model::BlockId neighbourOf(const model::layout::Geometry& geometry, const model::BlockId& from, Direction direction);

}  // namespace lintel::rendering::canvas
