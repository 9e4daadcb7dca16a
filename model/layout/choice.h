#pragma once

#include "model/layout/layout.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Places as `place` does. A drawing that is made as a whole and is small enough to be followed line by line is made in
/// several manners and routed roughly: the one with the fewest crossings on short, straight lines is kept.
void placeWell(LayoutTree& tree, Scope scope);

}  // namespace lintel::model::layout
