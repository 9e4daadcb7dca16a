#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

/// Puts a new container of a kind around blocks that share one; they stay where they are on the drawing. Fails when
/// they do not share one, or the catalogue forbids it. The container's id is the one block change without `before`.
Result<ChangeSet> wrapBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                             const std::vector<BlockId>& blocks, const KindId& kind, const std::string& preset = {});

/// The kinds that could be wrapped around the blocks, by id.
std::vector<KindId> wrappersOf(const Document& document, const catalogue::Catalogue& catalogue,
                               const std::vector<BlockId>& blocks);

/// Takes a container away and leaves what it held to the container around it. Fails when that may not hold it.
Result<ChangeSet> unwrapBlock(const Document& document, const catalogue::Catalogue& catalogue,
                              const BlockId& container);

}  // namespace lintel::model::edit
