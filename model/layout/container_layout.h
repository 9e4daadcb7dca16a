#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Sibling order: towards its neighbours, then by tier, then by id.
enum class Direction { LeftToRight, TopToBottom };
void sortByWish(LayoutTree& tree, std::vector<int>& nodes, Direction direction);

/// Compact blocks as rows no wider than `width` (at least one chip a row), by kind and id, with room for a line
/// between them where any is connected. Returns the size taken.
Size packChips(LayoutTree& tree, std::vector<int> chips, Point origin, int width);

/// Children in rows, compact ones below. Sets the container's size.
/// Rows may be as wide as `room` where that is more than a pleasant shape needs.
void layoutGeneric(LayoutTree& tree, int container, int room = 0);

/// Puts border blocks where they belong once the container's size is known.
void placeBorders(LayoutTree& tree, int container);

}  // namespace lintel::model::layout
