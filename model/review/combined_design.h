#pragma once

#include "model/document/document.h"
#include "model/review/design_difference.h"

#include <map>
#include <string>

namespace lintel::model::review {

/// Both designs in one, to be looked at.
struct CombinedDesign {
    Document document;
    /// Of what is gone and whose id something new has taken: the id it has here instead.
    std::map<std::string, std::string, std::less<>> renamed;

    /// The id here of an element that is gone.
    const std::string& idOfGone(const std::string& id) const;
    /// The difference of the two with the ids that things have here.
    DesignDifference named(DesignDifference difference) const;
};

/// Everything of the new one in its place, and what is gone from the old one without a place, so that layout finds room
/// for it. Blocks that moved are where they are now.
CombinedDesign combined(const Document& before, const Document& after);

}  // namespace lintel::model::review
