#pragma once

#include "model/analysis/reachability.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// How the drawing and the network agree about some traffic.
enum class Talk {
    Works,    ///< drawn, and let through
    Blocked,  ///< drawn, but something stops it
    Undrawn,  ///< let through, though nobody drew it
};

/// Traffic of one protocol from one block to another that is the same in kind.
struct MatrixCell {
    BlockId from;          ///< empty: the internet at large, as which people without a network of their own count
    BlockId to;            ///< the host of software; what is outside of every VPC is itself
    std::string protocol;  ///< tcp or udp
    Talk talk = Talk::Works;
    PortSet ports;                          ///< empty only where a drawn connection does not say any, and none is open
    std::vector<ConnectionId> connections;  ///< that draw it, in id order; empty for Undrawn
    std::vector<Cidr> onlyFrom;             ///< of the internet: whose packets get in; empty: practically anybody's
    std::vector<Blocker> blockers;          ///< of Blocked: the first way that is left, and all that must change for it
};

/// Who can talk to whom on which ports, drawn intent against what is allowed. Undrawn traffic is looked for between
/// what starts connections (not data stores, NAT gateways and endpoints; a load balancer only towards its targets) and
/// every network interface of the design; what is open to the whole internet is said once, in the row of the internet.
/// Blocks with the same subnets and security groups are worked out once, so that it takes one look per kind of sender.
/// A value; what it was made from need not live on.
class ReachMatrix {
public:
    ReachMatrix(const graph::ArchitectureGraph& graph, const Routes& routes, const Reachability& reachability);

    /// By sender (the internet first), receiver, protocol, and then as Talk has them.
    const std::vector<MatrixCell>& cells() const { return m_cells; }
    /// Everybody who has a row or a column, each once, in id order; the empty id of the internet is not among them.
    std::vector<BlockId> parties() const;

private:
    std::vector<MatrixCell> m_cells;
};

}  // namespace lintel::model::analysis
