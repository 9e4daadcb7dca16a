#pragma once

#include "model/graph/architecture_graph.h"

#include <string>
#include <vector>

namespace lintel::model::lint {

/// What messages call the block.
std::string labelOf(const graph::ArchitectureGraph& graph, const BlockId& id);

/// The labels of the blocks for one sentence: `A, B, C`, and `A, B, C (+4)` where there are many.
std::string labelsOf(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& ids);

/// The labels along a way, in order: `A → B → C`.
std::string pathOf(const graph::ArchitectureGraph& graph, const std::vector<std::string>& ids);

/// Ids as the text that findings carry.
std::vector<std::string> texts(const std::vector<BlockId>& ids);

}  // namespace lintel::model::lint
