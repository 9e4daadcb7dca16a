#pragma once

namespace lintel::app::canvas {

/// From now on a screen reader reads canvases: every block and connection is an element of its own, with its kind, name
/// and place, what lint says of it, and whether it is selected. Once per program is enough.
void installAccessibleCanvas();

}  // namespace lintel::app::canvas
