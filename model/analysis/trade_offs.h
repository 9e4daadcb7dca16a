#pragma once

#include "model/analysis/cost_estimate.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// What more or less availability would cost: a NAT gateway in every zone or one for all, a standby for a database, a
/// replica for a cache. Only where every price is known. In id order of what they are about.
std::vector<TradeOff> tradeOffs(const graph::ArchitectureGraph& graph, const Routes& routes, const PriceTable& prices,
                                const std::string& region);

}  // namespace lintel::model::analysis
