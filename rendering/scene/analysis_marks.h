#pragma once

#include "model/layout/geometry.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <map>
#include <string>
#include <vector>

namespace lintel::rendering {

/// What an analysis says of one element: a ring in a colour. Its chip is drawn by whoever knows how near one looks.
struct Mark {
    enum class Tone {
        Open,    ///< packets pass here
        Broken,  ///< this stops them, or has failed
        Weak,    ///< works on, with less
        Single   ///< everything hangs on this one
    };
    Tone tone = Tone::Open;
    std::string chip;  ///< one short word: a number, `1/2`, a cross; empty = only the ring

    bool operator==(const Mark&) const = default;
};

/// What an analysis shows on top of a drawing.
struct AnalysisMarks {
    std::map<std::string, Mark, std::less<>> marks;  ///< by element id
    std::vector<std::vector<std::string>> trails;    ///< element ids that dashes join, in order

    bool isEmpty() const { return marks.empty() && trails.empty(); }
    bool operator==(const AnalysisMarks&) const = default;
};

QColor colourOf(Mark::Tone tone, bool isDark);

/// Draws the marks above everything else. Elements that are not drawn are passed over.
void drawAnalysisMarks(DisplayListBuilder& list, const AnalysisMarks& marks, const model::layout::Geometry& geometry,
                       const Theme& theme);

}  // namespace lintel::rendering
