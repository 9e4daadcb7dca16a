#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// The drawing, an account or a region: where networks stand among what is not in them.
bool isOutside(const LayoutTree& tree, int node);

/// The drawing, an account or a region: what people come through in rows at the top in flow order, below them the
/// networks, regional services at their right, everything outside AWS at the far right, quiet blocks
/// in a strip below. Sets the container's size.
void layoutOutside(LayoutTree& tree, int container);

/// Once all else has its place: moves what stands in rows above the networks of this container, and of those
/// inside, straight above what it leads to, in the order it has.
void alignRows(LayoutTree& tree, int container);

}  // namespace lintel::model::layout
