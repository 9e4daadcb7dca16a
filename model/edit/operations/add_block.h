#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

struct NewBlock {
    KindId kind;
    std::string preset;   ///< a preset id of the kind; empty = none
    std::string name;     ///< empty = none
    BlockId parent;       ///< empty = top level
    Rect rect;            ///< relative to the parent; empty = not placed (auto-layout will)
};

/// Adds a block with the catalogue's initial properties. Fails when the catalogue forbids the place.
/// The new block's id is the one change in `blocks` that has no `before`.
Result<ChangeSet> addBlock(const Document& document, const catalogue::Catalogue& catalogue, const NewBlock& wish);

}  // namespace lintel::model::edit
