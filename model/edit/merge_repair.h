#pragma once

#include "model/edit/merge.h"

namespace lintel::model::edit {

struct MergeSides {
    const Document& base;
    const Document& ours;
    const Document& theirs;
};

/// Puts right what two edits, each sound by itself, break together: brings back deleted blocks that are still used,
/// takes back moves that would put a block inside itself or where it may not be, renames what has got an id that is
/// taken, drops placements of what is gone. Reports what a person should know as conflicts.
void repair(MergeResult& result, const MergeSides& sides, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::edit
