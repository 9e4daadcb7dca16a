#pragma once

#include "model/graph/architecture_graph.h"

#include <string>

namespace lintel::model::lint {

/// What the block is for: its own `environment`, else that of what holds it, else the design's. Empty when nobody said.
const std::string& environmentOf(const graph::ArchitectureGraph& graph, const BlockId& id);

/// development, test or staging: somebody said that users do not depend on it.
bool isForTrials(const std::string& environment);

}  // namespace lintel::model::lint
