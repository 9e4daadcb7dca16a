#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

/// Moves blocks into another container (empty = top level), keeping where they are on the drawing when both
/// places are known. Fails when the catalogue forbids it or a block would end up inside itself.
Result<ChangeSet> reparentBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                                 const std::vector<BlockId>& blocks, const BlockId& parent);

/// Top left corner of the block's rectangle in absolute coordinates; {0,0} for the top level or unplaced blocks.
Point absoluteOrigin(const Document& document, const BlockId& block);

}  // namespace lintel::model::edit
