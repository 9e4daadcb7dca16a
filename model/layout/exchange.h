#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Lets siblings of one group exchange their places wherever that makes connections cross less, pass fewer blocks
/// or shorter. Sizes and everything else stay as they are. The tree is laid out already.
void exchangePlaces(LayoutTree& tree);

}  // namespace lintel::model::layout
