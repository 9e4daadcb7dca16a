#pragma once

#include "model/edit/change_set.h"

#include <utility>
#include <vector>

namespace lintel::model::edit {

/// Puts free text on the drawing, its upper left corner at `at`. No change when there is no text.
ChangeSet addNote(const Document& document, Point at, const std::string& text);

/// The note that `addNote` made; empty when there is none.
NoteId addedNote(const ChangeSet& change);

/// Gives a note another text; without any it is removed.
ChangeSet rewriteNote(const Document& document, const NoteId& id, const std::string& text);

/// Puts notes where they are wanted. Those the document does not know are passed over.
ChangeSet placeNotes(const Document& document, const std::vector<std::pair<NoteId, Rect>>& places);

}  // namespace lintel::model::edit
