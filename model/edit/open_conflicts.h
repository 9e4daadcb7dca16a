#pragma once

#include "model/base/result.h"
#include "model/edit/change_set.h"
#include "model/edit/merge.h"

namespace lintel::model::edit {

/// Which of the two sides of a merge a person takes.
enum class Choice { Ours, Theirs };

/// The design with the conflicts of a merge written into it, under the top-level key `conflicts`: it opens everywhere,
/// and none is lost on the way from `git merge` to the person who decides. Those that it holds already stay.
Document withConflicts(const Document& document, const std::vector<MergeConflict>& conflicts);

/// Conflicts that nobody has decided yet, in the order of the file. Entries that say nothing legible are left out.
std::vector<MergeConflict> openConflicts(const Document& document);

/// Takes one side and strikes the conflict off the list, in one step. Of something that one side deleted, the choice is
/// whether it stays; what has been brought back goes with Theirs. Refused with a reason when the block may not be in
/// the container chosen. What has gone since is only struck off.
Result<ChangeSet> settle(const Document& document, const MergeConflict& conflict, Choice choice,
                         const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::edit
