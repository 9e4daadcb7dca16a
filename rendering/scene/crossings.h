#pragma once

#include "rendering/display_list/primitives.h"

#include <vector>

namespace lintel::rendering {

/// Marks where lines cross: one of the two gets a gap there, so that a crossing is never read as a junction.
/// Traffic stays whole over dashed and dotted lines; of equals the vertical one stays whole. Sloping segments are left
/// alone.
void breakAtCrossings(std::vector<Polyline>& lines);

}  // namespace lintel::rendering
