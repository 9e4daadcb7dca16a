#pragma once

#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

/// Moves blocks on the drawing by a distance. Blocks without a placement stay where auto-layout puts them.
ChangeSet moveBlocks(const Document& document, const std::vector<BlockId>& blocks, Point by);

}  // namespace lintel::model::edit
