#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// The drawing, an account or a region: what people come through at the left in flow order, the networks in
/// the middle, regional services in a grid at the right, everything outside AWS at the far right, quiet blocks
/// in a strip below. Sets the container's size.
void layoutOutside(LayoutTree& tree, int container);

}  // namespace lintel::model::layout
