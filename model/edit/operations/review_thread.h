#pragma once

#include "model/document/thread.h"
#include "model/edit/change_set.h"

#include <optional>

namespace lintel::model::edit {

/// A comment or decision to begin: about elements, or about a place of the drawing.
struct NewThread {
    std::string kind = "comment";  ///< or decision
    Remark opening;
    std::vector<std::string> subjects;  ///< those that do not exist are left out
    std::optional<Point> place;         ///< where its pin stands, when it is about no element
};

/// Pins a thread. Nothing without a text.
ChangeSet startThread(const Document& document, const NewThread& wish);
/// Nothing without a text or when the note is no thread. A reply opens a resolved thread again.
ChangeSet replyToThread(const Document& document, const NoteId& thread, const Remark& reply);
ChangeSet resolveThread(const Document& document, const NoteId& thread, bool isResolved);
/// What was asked has been decided: the comment becomes a decision.
ChangeSet makeDecision(const Document& document, const NoteId& thread);
/// Links the file that records a decision; an empty path takes the link away.
ChangeSet linkRecord(const Document& document, const NoteId& decision, const std::string& path);

/// The threads about an element, by id; with an empty id, those about no element.
std::vector<NoteId> threadsAbout(const Document& document, const std::string& element);

}  // namespace lintel::model::edit
