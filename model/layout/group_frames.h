#pragma once

#include "model/layout/geometry.h"
#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// Frames around the members of groups (Auto Scaling): the blocks that name the group in the property called as
/// its kind. One frame around all of them where it holds nothing else, else one in each container, else one around
/// each member: a frame never goes through or around a block that is no member.
std::vector<Frame> frameGroups(const LayoutTree& tree, const std::vector<BlockGeometry>& blocks);

}  // namespace lintel::model::layout
