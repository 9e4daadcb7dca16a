#pragma once

#include "model/graph/architecture_graph.h"

namespace lintel::model::lint {

/// What people call a subnet. No evidence of what it is: that is for the routes to say.
enum class SubnetIntent { Unsaid, Public, Private };

/// From the label, else from words in its name or in the name of the group around it (`public`, `퍼블릭`, `private`,
/// `프라이빗`...), else from the tier. A name that says both says nothing.
SubnetIntent intentOf(const graph::ArchitectureGraph& graph, const BlockId& subnet);

}  // namespace lintel::model::lint
