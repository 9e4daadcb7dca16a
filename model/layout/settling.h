#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Puts back what must stay (placed blocks, or pinned ones) after a layout, moves what is in their way to the
/// nearest free place and lets containers grow around what they hold.
void settle(LayoutTree& tree, Scope scope);

}  // namespace lintel::model::layout
