#pragma once

#include "model/graph/architecture_graph.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// How requests of one kind of client pass through the design, as far as connections are drawn.
struct RequestFlow {
    model::BlockId client;
    model::BlockId entry;                             ///< what the client talks to first
    std::string endpoint;                             ///< of that connection, `https 443`; may be empty
    std::vector<std::vector<model::BlockId>> stages;  ///< what handles the request after the entry, in order
    std::vector<model::BlockId> uses;                 ///< stores and outside services that they call
};

/// One flow per client and entry, in the order of the connections. Servers are named by what was drawn: the software
/// where a connection ends at software, else the host.
std::vector<RequestFlow> requestFlows(const model::graph::ArchitectureGraph& graph);

}  // namespace lintel::exporters::markdown
