#include "rendering/canvas/tools/grid.h"

#include <cmath>

namespace lintel::rendering::canvas {

int snapped(double value) { return static_cast<int>(std::lround(value / kGrid)) * kGrid; }
model::Point snapped(double x, double y) { return {snapped(x), snapped(y)}; }

}  // namespace lintel::rendering::canvas
