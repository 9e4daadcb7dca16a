#pragma once

#include "model/analysis/availability.h"

/// What is said about failures, wherever it is said.
namespace lintel::model::analysis {

/// The zones that something is drawn in, by their letter or the id of their block.
std::set<std::string> drawnZones(const graph::ArchitectureGraph& graph);

/// It died because it failed itself: nothing cut it off.
bool failedItself(const FlowFate& flow);

}  // namespace lintel::model::analysis
