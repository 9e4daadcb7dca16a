#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <set>
#include <string>

namespace lintel::app::canvas {

/// What of a design is looked at; the rest is drawn faintly. A value.
struct Layers {
    enum class Focus { Everything, Network, Security };

    Focus focus = Focus::Everything;
    std::set<model::KindId> fadedKinds;

    bool operator==(const Layers&) const = default;
    bool isEverything() const { return focus == Focus::Everything && fadedKinds.empty(); }
};

/// The blocks and connections that are not looked at. What is around something that is looked at stays, and so do
/// networks, since they say where things are; a connection goes with either of its ends.
std::set<std::string, std::less<>> fadedBy(const Layers& layers, const model::Document& document,
                                           const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::app::canvas
