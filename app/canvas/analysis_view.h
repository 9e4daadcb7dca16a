#pragma once

#include "rendering/scene/analysis_marks.h"

#include <QString>

#include <set>
#include <string>

namespace lintel::app::canvas {

/// What an analysis shows on the canvas instead of the marks of lint.
struct AnalysisView {
    QString title;           ///< one line for the banner: what is looked at
    bool isFailure = false;  ///< broken means failed, not in the way
    rendering::AnalysisMarks marks;
    std::set<std::string, std::less<>> dimmed;

    bool operator==(const AnalysisView&) const = default;
};

}  // namespace lintel::app::canvas
