#pragma once

#include "model/graph/architecture_graph.h"

#include <string>
#include <vector>

namespace lintel::model::lint {

/// What a pipeline puts new versions on, and the deploy connections that lead there.
struct Delivery {
    std::vector<BlockId> targets;  ///< in id order
    std::vector<std::string> path;
};

/// CodeDeploy on the way may answer for what comes after it, or be one more step.
enum class AtCodeDeploy { Stop, GoOn };

/// Follows artifacts from the pipeline through buckets, registries and builds.
Delivery deliveryOf(const graph::ArchitectureGraph& graph, const BlockId& pipeline, AtCodeDeploy then);

/// Pipelines of every kind that are drawn, in the order of their kinds.
std::vector<BlockId> pipelines(const graph::ArchitectureGraph& graph);

}  // namespace lintel::model::lint
