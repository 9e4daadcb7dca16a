#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/layout/geometry.h"

#include <set>
#include <string>

namespace lintel::app::canvas {

/// What of a design is looked at. A focus draws the rest faintly, a kind that is switched off is not drawn at all.
/// A value.
struct Layers {
    enum class Focus { Everything, Network, Security };

    Focus focus = Focus::Everything;
    std::set<model::KindId> hiddenKinds;

    bool operator==(const Layers&) const = default;
    bool isEverything() const { return focus == Focus::Everything && hiddenKinds.empty(); }
};

/// The blocks of kinds that are switched off, with all they hold, and the connections of any of them.
std::set<std::string, std::less<>> hiddenBy(const Layers& layers, const model::Document& document);

/// The drawing without these elements; everything else stays where it is.
model::layout::Geometry without(const std::set<std::string, std::less<>>& hidden, model::layout::Geometry geometry);

/// The blocks and connections that are not in focus. What is around something that is looked at stays, and so do
/// networks, since they say where things are; a connection goes with either of its ends.
std::set<std::string, std::less<>> fadedBy(const Layers& layers, const model::Document& document,
                                           const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::app::canvas
