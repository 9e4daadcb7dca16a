#pragma once

#include "model/analysis/cidr.h"
#include "model/analysis/port_set.h"
#include "model/graph/architecture_graph.h"

namespace lintel::model::analysis {

/// The other end of traffic as rule tables see it.
struct Peer {
    std::vector<BlockId> securityGroups;
    std::vector<Cidr> ranges;  ///< where its addresses lie, as far as drawn
    bool anywhere = false;     ///< some address of the internet that we do not know
    bool cloudFront = false;   ///< CloudFront's own addresses

    static Peer internet() { return {{}, {}, true, false}; }
};

/// How the block looks to the rules of others: its security groups and subnets, the office's range, the internet.
Peer peerOf(const graph::ArchitectureGraph& graph, const BlockId& block);
/// Says anything about where the block's addresses are; without that, rules cannot be judged.
bool isKnown(const Peer& peer);

enum class Direction { Inbound, Outbound };

/// What the groups together let through from (to) the peer: allow-only, stateful, so replies need no rule.
/// Outbound rules that are not drawn are AWS's default: everything.
PortSet admitted(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups, Direction direction,
                 const Peer& peer, std::string_view protocol = "tcp");

/// Rules open to practically the whole internet that admit one of the ports: (group, row).
struct OpenRow {
    BlockId group;
    std::size_t row = 0;
};
std::vector<OpenRow> rowsOpenToInternet(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups,
                                        const PortSet& ports, std::string_view protocol = "tcp");

/// A range that stands for the internet: public, and too wide to be anybody's office.
bool isInternetWide(const Cidr& range);

/// Ordered, stateless: does the subnet's network ACL let the port in from the internet, and the reply out?
/// No ACL drawn is AWS's default: everything passes.
bool aclAdmitsFromInternet(const graph::ArchitectureGraph& graph, const BlockId& subnet, int port);

}  // namespace lintel::model::analysis
