#pragma once

#include "model/layout/geometry.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// How large a block that holds nothing is when it is placed anew.
Size naturalSize(const LayoutTree& tree, int node);

/// How wide a container must be so that its header shows icon, name and detail.
int headerWidth(const LayoutTree& tree, int node);

/// Sets icon and labels of a block whose absolute rectangle is known; makes the rectangle larger where the
/// text would not fit otherwise.
void dress(BlockGeometry& geometry, const LayoutTree& tree, int node);

}  // namespace lintel::model::layout
