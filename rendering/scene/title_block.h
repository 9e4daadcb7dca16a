#pragma once

#include "model/document/document.h"
#include "model/text/messages.h"

#include <string>
#include <vector>

namespace lintel::rendering {

/// What stands in the corner of a drawing: its title, and what tells a reader which design this is. Nothing of the day
/// it was printed: the same design gives the same picture.
struct TitleBlock {
    std::string title;
    std::vector<std::string> lines;

    bool isEmpty() const { return title.empty() && lines.empty(); }
};

TitleBlock titleBlockOf(const model::Document& document, const model::text::Messages& messages,
                        model::text::Language language);

}  // namespace lintel::rendering
