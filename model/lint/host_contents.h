#pragma once

#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::lint {

/// What runs together on one host, told apart. A host is an instance or a node group; instances of one Auto
/// Scaling group are copies of each other and count as one.
struct HostContents {
    std::vector<BlockId> hosts;         ///< the instance or node group; all members of an Auto Scaling group
    std::vector<BlockId> applications;  ///< what runs the user's own code
    std::vector<BlockId> databases;     ///< software that holds tables or documents
    std::vector<BlockId> monitoring;
    bool isApplicationHost = false;  ///< its role says that it runs an application
    bool isDatabaseHost = false;
};

/// Every host of the design that holds something or has a role, in id order; lives as long as the graph.
const std::vector<HostContents>& hostContents(const graph::ArchitectureGraph& graph);

}  // namespace lintel::model::lint
