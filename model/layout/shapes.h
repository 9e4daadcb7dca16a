#pragma once

#include "model/layout/geometry.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Blocks, frames and notes of a tree whose nodes have their places; connections are not routed yet.
Geometry shapesOf(const LayoutTree& tree);

/// What everything drawn takes, labels included.
Rect boundsOf(const Geometry& geometry);

}  // namespace lintel::model::layout
