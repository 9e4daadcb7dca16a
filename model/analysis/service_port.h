#pragma once

#include "model/analysis/port_set.h"
#include "model/graph/architecture_graph.h"

namespace lintel::model::analysis {

/// The ports on which the block serves: `port`, else `ports`, else its listeners, else what its engine listens on by
/// default, else the catalogue's engine-port. Empty when nothing says it.
PortSet servicePorts(const graph::ArchitectureGraph& graph, const BlockId& block);

/// tcp, udp or icmp under the protocol that a connection names (`https` is tcp); tcp when nothing is said.
std::string_view transportOf(std::string_view protocol);

/// The ports a connection is drawn for: its own, else those its target serves. Empty when unknown.
PortSet drawnPorts(const graph::ArchitectureGraph& graph, const Connection& connection);

}  // namespace lintel::model::analysis
