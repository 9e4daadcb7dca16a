#pragma once

#include "model/catalogue/catalogue.h"
#include "model/layout/geometry.h"
#include "model/review/combined_design.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <map>
#include <set>
#include <string>

namespace lintel::app::compare {

/// Which of the two designs is looked at.
enum class Side { Before, After, Both };

/// Two designs, what changed between them, and where everything is drawn. A value; compare() may run on any thread.
struct Comparison {
    struct View {
        model::Document document;
        model::layout::Geometry geometry;
    };
    View before;
    View after;
    View both;                               ///< everything of the new one, and what is gone
    model::review::CombinedDesign combined;  ///< the same, with the ids that had to change
    model::review::DesignDifference difference;

    const View& view(Side side) const;
    /// The id by which an element, told by the id it has in `both`, is known on a side.
    std::string idOn(Side side, const std::string& id) const;
};

Comparison compare(const model::Document& before, const model::Document& after,
                   const model::catalogue::Catalogue& catalogue);

/// One side with its changes marked; `highlighted` are element ids.
rendering::DisplayList pictureOf(const Comparison& comparison, Side side, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme, const std::set<std::string>& highlighted = {});

}  // namespace lintel::app::compare
