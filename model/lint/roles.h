#pragma once

#include "model/graph/architecture_graph.h"

namespace lintel::model::lint {

/// The IAM role that the block works with: its own, that of its host or launch template, or one that is drawn attached
/// to it or to the nodes it runs on. Empty when none is drawn.
BlockId roleOf(const graph::ArchitectureGraph& graph, const BlockId& id);

}  // namespace lintel::model::lint
