#pragma once

#include "model/analysis/blocker.h"
#include "model/analysis/endpoint.h"
#include "model/analysis/routes.h"
#include "model/analysis/rule_tables.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// One way of packets from one end to another with nothing in between that answers in its own name.
struct Leg {
    std::vector<std::string> path;  ///< element ids, without the sender, up to the receiver
    AddressSet sources;             ///< who gets through, of the sender's addresses
    AddressSet seen;                ///< as whom the receiver sees the sender; behind NAT not the same
    BlockId exit;                   ///< the sender's subnet that it starts in; empty outside of a VPC
    BlockId entry;                  ///< the receiver's subnet that it ends in; empty outside of a VPC
    std::vector<OpenRow> rows;      ///< the receiver's security group rules that let it in
    std::vector<Blocker> blockers;  ///< everything that stops it; empty: it passes

    bool passes() const { return blockers.empty(); }
};

/// Every leg there is: one per pair of subnets, and per gateway between networks. A leg that cannot work says why;
/// where answers could be let through by changing one of several places, there is a leg for each. Replies are checked
/// as well: routes lead back, and network ACLs, which are stateless, let some ephemeral port through. A network load
/// balancer may hand on its clients' addresses: `clients`, or anybody's of the internet when not given.
std::vector<Leg> legsBetween(const graph::ArchitectureGraph& graph, const Routes& routes, const Endpoint& from,
                             const Endpoint& to, const Query& query, const AddressSet* clients = nullptr);

}  // namespace lintel::model::analysis
