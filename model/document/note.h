#pragma once

#include "model/document/ids.h"
#include "model/document/value.h"

#include <vector>

namespace lintel::model {

/// Free text on the drawing, or a review comment or decision pinned to elements.
struct Note {
    NoteId id;
    std::string kind;  ///< text (also when empty), comment, decision
    std::string text;
    std::vector<std::string> subjects;  ///< ids of the blocks and connections it is about
    Properties properties;

    bool operator==(const Note&) const = default;
};

}  // namespace lintel::model
