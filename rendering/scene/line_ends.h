#pragma once

#include "model/layout/geometry.h"

#include <QPointF>

#include <vector>

namespace lintel::rendering {

/// Leads the last point of a line from the border of `block` on to its ink. Layout ends lines at the block's
/// border, which its label may make far wider than its icon; an arrow that stops there points at nothing.
/// A line that would pass beside the ink turns towards the icon. Containers are left as they are: their border is ink.
void leadToInk(std::vector<QPointF>& line, const model::layout::BlockGeometry& block);

}  // namespace lintel::rendering
