#pragma once

#include "model/graph/architecture_graph.h"

#include <vector>

namespace lintel::model::lint {

/// Something that keeps data and has a network interface: what must not be in reach of the internet.
struct DataHost {
    BlockId host;               ///< the managed service, or the instance
    std::vector<BlockId> data;  ///< what keeps the data: the software on the instance, else the host itself
};

/// Managed databases, caches and file systems, and hosts whose job is data. What takes its place in the network
/// from another one (an Aurora instance from its cluster) is not listed unless it is drawn in a subnet itself.
/// In id order. The lists here live as long as the graph.
const std::vector<DataHost>& dataHosts(const graph::ArchitectureGraph& graph);

/// Data software on hosts of every job: a MySQL beside the application counts here. Managed services as well.
const std::vector<BlockId>& dataBlocks(const graph::ArchitectureGraph& graph);

}  // namespace lintel::model::lint
