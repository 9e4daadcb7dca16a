#pragma once

#include "model/document/document.h"
#include "model/review/design_difference.h"
#include "model/text/messages.h"
#include "rendering/theme/block_styles.h"

#include <string>
#include <vector>

namespace lintel::rendering {

/// What the colours and lines of one picture mean; only what occurs in it.
struct Legend {
    struct Tone {
        SubnetTone tone = SubnetTone::Unknown;
        std::string text;
    };
    struct Line {
        std::string relation;
        std::string text;
    };
    struct Change {
        model::review::ChangeType change = model::review::ChangeType::Changed;
        std::string text;
    };
    std::vector<Change> changes;
    std::vector<Tone> tones;
    std::vector<Line> lines;

    bool isEmpty() const { return changes.empty() && tones.empty() && lines.empty(); }
};

Legend legendOf(const model::Document& document, const BlockStyles& styles, const model::text::Messages& messages,
                model::text::Language language);

}  // namespace lintel::rendering
