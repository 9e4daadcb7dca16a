#pragma once

#include "model/graph/architecture_graph.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// One block that is talked to, and how: `https 443`; empty where nobody said.
struct Call {
    model::BlockId to;
    std::string endpoint;

    bool operator==(const Call&) const = default;
};

/// What some blocks that work alike do with a request.
struct RequestStep {
    std::vector<model::BlockId> from;
    std::vector<Call> calls;
    bool isUse = false;  ///< stores and outside services; else the request goes on there
};

/// How requests of one kind of client pass through the design, as far as connections are drawn.
struct RequestFlow {
    model::BlockId client;
    model::BlockId entry;                             ///< what the client talks to first
    std::string endpoint;                             ///< of that connection, `https 443`; may be empty
    std::vector<std::string> hosts;                   ///< domain names that lead to the entry, in order
    std::vector<std::vector<model::BlockId>> stages;  ///< what handles the request after the entry, in order
    std::vector<model::BlockId> uses;                 ///< stores and outside services that they call
    std::vector<RequestStep> steps;                   ///< the same as who calls whom, from the entry on
};

/// One flow per client and entry, in the order of the connections. Servers are named by what was drawn: the software
/// where a connection ends at software, else the host. Of a load balancer's listeners only those count that answer to
/// the flow's hosts.
std::vector<RequestFlow> requestFlows(const model::graph::ArchitectureGraph& graph);

/// Whom the block calls by itself, its software and its target groups, whatever the host.
std::vector<Call> callsOf(const model::graph::ArchitectureGraph& graph, const model::BlockId& id);

/// `https 443`; empty where nobody said.
std::string endpointOf(const model::Connection& connection);

}  // namespace lintel::exporters::markdown
