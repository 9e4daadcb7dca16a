#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"

#include <set>
#include <string>

namespace lintel::rendering {

/// Blocks, connections, groups and notes by id.
using Selection = std::set<std::string, std::less<>>;

/// The part of a drawing that a selection means: the chosen blocks with all they hold, the ends of chosen connections,
/// what connects any of these, and frames and notes that are chosen or lie in a chosen container. Everything stays
/// where it is. What is no longer drawn is ignored.
model::layout::Geometry excerptOf(const model::layout::Geometry& geometry, const model::Document& document,
                                  const Selection& chosen);

}  // namespace lintel::rendering
