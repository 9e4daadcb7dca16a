#pragma once

#include "model/analysis/availability.h"
#include "model/analysis/routes.h"

#include <vector>

namespace lintel::model::analysis {

/// What blocks that live on do without after a failure.
struct Lack {
    enum class What {
        Callee,      ///< something that they call, with everything that stands in for it
        WayOut,      ///< the NAT that their subnets' routes lead to, so that they reach nothing on the internet
        Management,  ///< the host that people manage them from
    };
    What what = What::Callee;
    std::vector<BlockId> blocks;   ///< who lacks it, in id order
    std::vector<BlockId> because;  ///< what is gone, in id order
};

/// Stable: `callee`, `way-out`, `management`.
const char* wordOf(Lack::What what);

/// Everything that the failure takes from what still runs, whether people notice or not. `fates` is what becomes of the
/// groups (Availability::without). By kind, then by what is gone.
std::vector<Lack> lacksAfter(const graph::ArchitectureGraph& graph, const Routes& routes, const Loss& loss,
                             const std::vector<FlowFate>& fates);

}  // namespace lintel::model::analysis
