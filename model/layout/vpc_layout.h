#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Zones as equal columns, subnets as rows aligned across them by tier; what serves several subnets stands in
/// a column between the zones at the height of its tier; quiet blocks in a strip at the bottom.
/// The contents of the subnets are placed already. Sets the size of the VPC, its zones and subnets.
void layoutVpc(LayoutTree& tree, int vpc);

}  // namespace lintel::model::layout
