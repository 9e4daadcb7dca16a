#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// The drawing, an account or a region: what people come through in rows at the top in flow order, below them the
/// networks, regional services at their right, everything outside AWS at the far right, quiet blocks
/// in a strip below. Sets the container's size.
void layoutOutside(LayoutTree& tree, int container);

}  // namespace lintel::model::layout
