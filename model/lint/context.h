#pragma once

#include "model/analysis/address_plan.h"
#include "model/analysis/reachability.h"
#include "model/analysis/routes.h"
#include "model/graph/architecture_graph.h"
#include "model/graph/recorded_document.h"
#include "model/lint/profile.h"

#include <string_view>

namespace lintel::model::lint {

struct Policy;

/// Everything a rule may look at: one snapshot and what was worked out about it.
struct Context {
    graph::RecordedDocument document;
    const catalogue::Catalogue& catalogue;
    const graph::ArchitectureGraph& graph;
    const analysis::Routes& routes;
    const analysis::Reachability& reachability;
    const analysis::AddressPlan& addresses;
    Profile profile = Profile::Production;
    const Policy* policy = nullptr;  ///< of the team; null = none
    std::string_view today = {};     ///< YYYY-MM-DD; empty = decisions do not expire
};

}  // namespace lintel::model::lint
