#pragma once

#include "model/analysis/analyses.h"
#include "model/graph/recorded_document.h"
#include "model/lint/profile.h"

#include <string_view>

namespace lintel::model::lint {

struct Policy;

/// Everything a rule may look at: one snapshot and what was worked out about it. The analyses must outlive it.
struct Context {
    explicit Context(const analysis::Analyses& all, Profile design = Profile::Production, const Policy* team = nullptr,
                     std::string_view day = {})
        : analyses(all),
          document(all.document()),
          catalogue(all.graph().catalogue()),
          graph(all.graph()),
          routes(all.routes()),
          reachability(all.reachability()),
          addresses(all.addresses()),
          profile(design),
          policy(team),
          today(day)
    {
    }

    const analysis::Availability& availability() const { return analyses.availability(); }

    const analysis::Analyses& analyses;
    graph::RecordedDocument document;
    const catalogue::Catalogue& catalogue;
    const graph::ArchitectureGraph& graph;
    const analysis::Routes& routes;
    const analysis::Reachability& reachability;
    const analysis::AddressPlan& addresses;
    Profile profile;
    const Policy* policy;    ///< of the team; null = none
    std::string_view today;  ///< YYYY-MM-DD; empty = decisions do not expire
};

}  // namespace lintel::model::lint
