#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

#include <map>
#include <vector>

namespace lintel::model::edit {

/// What was copied: the blocks with all they hold and the connections among them, as they were. A snapshot of
/// its own, so that pasting works after the originals are gone.
struct Fragment {
    std::vector<BlockId> roots;  ///< the outermost blocks
    Document elements;

    bool isEmpty() const { return roots.empty(); }
};

Fragment copyElements(const Document& document, const std::vector<BlockId>& blocks);

/// What a paste makes, and which block is the copy of which.
struct Pasted {
    ChangeSet change;
    std::map<BlockId, BlockId> copies;  ///< by original
};

/// Adds the fragment under fresh ids. References among the copied blocks point to the copies, others stay
/// where their target still exists. The roots go into `parent` where it may hold them, else next to their
/// original; fails when neither is possible. They appear `by` away from where they were.
Result<ChangeSet> pasteElements(const Document& document, const catalogue::Catalogue& catalogue,
                                const Fragment& fragment, const BlockId& parent, Point by);

/// pasteElements() for those who go on with the copies.
Result<Pasted> pasteTracked(const Document& document, const catalogue::Catalogue& catalogue, const Fragment& fragment,
                            const BlockId& parent, Point by);

/// Copy and paste in one, each block into its own container. A lone zone or subnet is planned anew: duplicateZone().
Result<ChangeSet> duplicateBlocks(const Document& document, const catalogue::Catalogue& catalogue,
                                  const std::vector<BlockId>& blocks, Point by);

}  // namespace lintel::model::edit
