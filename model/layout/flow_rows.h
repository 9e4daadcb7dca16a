#pragma once

#include "model/layout/layout_tree.h"

namespace lintel::model::layout {

/// The siblings in rows along the flow: what calls, sends or triggers stands above what it leads to, as near as can be.
/// What only others call stands in the first row, what nobody calls comes last. Keeps the order of `nodes` within a
/// row.
std::vector<std::vector<int>> flowRows(const LayoutTree& tree, const std::vector<int>& nodes);

}  // namespace lintel::model::layout
