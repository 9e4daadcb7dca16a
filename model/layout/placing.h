#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Gives every node of the tree its rectangle. What the scope says stays keeps its place; the rest goes where
/// the rules of nested layout put it, or to the nearest free place beside what stays.
void place(LayoutTree& tree, Scope scope);

}  // namespace lintel::model::layout
