#pragma once

#include "model/graph/architecture_graph.h"

#include <string>

namespace lintel::exporters::markdown {

/// What the block does in this design: an instance's own `role`, else what its kind is for.
std::string roleOf(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);
/// The tier it is listed under; an instance is listed by its role.
std::string tierOf(const model::graph::ArchitectureGraph& graph, const model::Block& block);
/// Keeps something: a database, a cache, a broker, a bucket. A host whose software does is not one itself.
bool isStore(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);
/// A copy that another block's data goes to: replicas and the members of a cluster.
bool isCopy(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);
/// Runs code of the team: servers, functions, container services, software outside of a host.
bool isCompute(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);
/// The one zone whose loss takes the block down; empty when it lies in several or in none.
std::string onlyZoneOf(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);

}  // namespace lintel::exporters::markdown
