#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/lint/finding.h"
#include "rendering/display_list/display_list.h"
#include "rendering/scene/analysis_marks.h"
#include "rendering/scene/change_marks.h"
#include "rendering/scene/legend.h"
#include "rendering/scene/title_block.h"
#include "rendering/theme/theme.h"

#include <map>
#include <set>
#include <string>

namespace lintel::rendering {

/// What is shown on top of a design: the marks of findings, a shown path, things that step back.
struct Overlays {
    std::map<std::string, model::lint::Severity, std::less<>> badges;  ///< by element id: the worst finding
    std::set<std::string, std::less<>> highlighted;
    std::set<std::string, std::less<>> dimmed;
    AnalysisMarks analysis;
    ChangeMarks changes;                                         ///< of a compared design, by element id
    Legend legend;                                               ///< below the drawing; empty = none
    TitleBlock titleBlock = {};                                  ///< below the drawing's right end; empty = none
    std::map<std::string, std::string, std::less<>> steps = {};  ///< of a story, by connection: their numbers
};

/// The worst severity per element of findings that are counted: neither waived nor about what is not drawn yet.
Overlays overlaysOf(const std::vector<model::lint::Finding>& findings);

/// The picture of a snapshot. A pure function; call it from any thread.
DisplayList buildScene(const model::layout::Geometry& geometry, const model::Document& document,
                       const model::catalogue::Catalogue& catalogue, const Theme& theme, const BlockStyles& styles = {},
                       const Overlays& overlays = {});

}  // namespace lintel::rendering
