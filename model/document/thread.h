#pragma once

#include "model/document/note.h"
#include "model/document/waiver.h"

namespace lintel::model {

/// What somebody said in a review, and when.
struct Remark {
    std::string by;
    std::string date;  ///< YYYY-MM-DD; empty = not known
    std::string text;

    bool operator==(const Remark&) const = default;
};

/// A comment or decision as the conversation that it is. In the file the opening stands in the note's own fields
/// (`text`, `by`, `date`), each reply is one item of `replies`, so that replies of two people merge.
struct Thread {
    Remark opening;
    std::vector<Remark> replies;
    bool isResolved = false;

    bool operator==(const Thread&) const = default;
};

/// True for comments and decisions; other notes are text on the drawing.
bool isThread(const Note& note);

/// What a hand-written file says in other shapes is left out.
Thread threadOf(const Note& note);

/// A reply as the file has it.
Value valueOf(const Remark& reply);

/// The file that records why, by its path from the design's folder; empty when none is linked. Key `record`.
std::string recordPathOf(const Note& decision);
std::string recordPathOf(const Waiver& decision);

}  // namespace lintel::model
