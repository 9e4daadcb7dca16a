#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

namespace lintel::model::edit {

struct NewBlock {
    KindId kind;
    std::string preset;  ///< a preset id of the kind; empty = none
    std::string name;    ///< empty = none
    BlockId parent;      ///< empty = top level
    Rect rect;           ///< relative to the parent; empty = not placed (auto-layout will)
};

/// Adds a block with the catalogue's initial properties; a subnet gets the next free addresses of its VPC, a zone the
/// next letter, a public subnet the route that makes it one. Fails when the catalogue forbids the place. addedBlock()
/// finds the new block in the change.
Result<ChangeSet> addBlock(const Document& document, const catalogue::Catalogue& catalogue, const NewBlock& wish);

/// The block of a kind that a change adds; empty when it adds none.
BlockId addedBlock(const ChangeSet& change, const KindId& kind);

}  // namespace lintel::model::edit
