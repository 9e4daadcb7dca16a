#pragma once

#include "model/graph/architecture_graph.h"
#include "model/lint/policy.h"

#include <string_view>
#include <vector>

namespace lintel::model::lint {

/// True when a word of the selector names the block or something that holds it.
bool isSelected(const graph::ArchitectureGraph& graph, const Selector& selector, const BlockId& id);
/// All blocks it selects, in id order.
std::vector<BlockId> selectedBlocks(const graph::ArchitectureGraph& graph, const Selector& selector);
/// The word `internet` is among them: everybody who is not drawn.
bool selectsInternet(const Selector& selector);

/// `*` stands for any text, everything else for itself.
bool matchesWildcard(std::string_view pattern, std::string_view text);

}  // namespace lintel::model::lint
