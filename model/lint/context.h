#pragma once

#include "model/analysis/address_plan.h"
#include "model/analysis/reachability.h"
#include "model/analysis/routes.h"
#include "model/graph/architecture_graph.h"

namespace lintel::model::lint {

/// How strictly a design is judged: what is a defect in production may be fine while learning.
enum class Profile { Learning, Small, Production };

Profile profileOf(const Document& document);

/// Everything a rule may look at: one snapshot and what was worked out about it.
struct Context {
    const Document& document;
    const catalogue::Catalogue& catalogue;
    const graph::ArchitectureGraph& graph;
    const analysis::Routes& routes;
    const analysis::Reachability& reachability;
    const analysis::AddressPlan& addresses;
    Profile profile = Profile::Production;
};

}  // namespace lintel::model::lint
