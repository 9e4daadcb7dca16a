#pragma once

#include "model/analysis/address_set.h"
#include "model/analysis/firewall.h"
#include "model/graph/architecture_graph.h"

#include <string_view>
#include <vector>

namespace lintel::model::analysis {

/// What a packet wants: a transport protocol and a destination port.
struct Query {
    std::string protocol = "tcp";  ///< tcp, udp or icmp (whose port does not matter)
    int port = 0;
    Family family = Family::Ipv4;
};

/// The other end of a packet as rule tables see it.
struct Remote {
    AddressSet addresses;
    std::vector<BlockId> groups;  ///< empty where its identity is lost: behind NAT, over the internet
    bool isCloudFront = false;
    std::string service;  ///< `s3`: rules may name its prefix list
};

/// What is left of the remote's addresses after the security groups: all their rules add up, and only allow.
/// Outbound rules that are not drawn are AWS's default: everything. `rows` receives the rules that let it pass.
AddressSet admittedBy(const graph::ArchitectureGraph& graph, const std::vector<BlockId>& groups, Direction direction,
                      const Query& query, const Remote& remote, std::vector<OpenRow>* rows = nullptr);

/// What is left after the subnet's network ACL: rules in order of their numbers, the first match decides, no match
/// denies. No ACL drawn is AWS's default: everything passes.
AddressSet passedByAcl(const graph::ArchitectureGraph& graph, const BlockId& subnet, Direction direction,
                       const Query& query, const AddressSet& remote);

/// Ports at which the verdict of the subnet's ACL may change, for one representative per class of ports.
void addPortBounds(const graph::ArchitectureGraph& graph, const BlockId& subnet, Direction direction,
                   std::vector<int>& bounds);

}  // namespace lintel::model::analysis
