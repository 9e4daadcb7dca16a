#pragma once

#include "model/analysis/firewall.h"
#include "model/analysis/routes.h"

namespace lintel::model::analysis {

/// Whether packets arrive, with the proof.
struct Reach {
    bool reachable = false;
    std::vector<std::string> path;      ///< ids along the way, from the gateway to the block
    std::vector<std::string> blockers;  ///< ids of what stops it, where it is stopped
    std::vector<OpenRow> rows;          ///< the security group rules that let it in
};

/// Who reaches whom through gateways, routes, network ACLs, security groups and load balancers. Answers only from
/// what is drawn: without routes or security groups, nothing counts as reachable. Safe to share.
class Reachability {
public:
    Reachability(const graph::ArchitectureGraph& graph, const Routes& routes) : m_graph(&graph), m_routes(&routes) {}

    /// From anywhere on the internet over TCP: straight to its own public address, or through an internet-facing
    /// load balancer.
    Reach fromInternet(const BlockId& block, int port) const;

    /// Straight to its own public address only.
    Reach directFromInternet(const BlockId& block, int port) const;
    /// As a target of an internet-facing load balancer only.
    Reach throughLoadBalancer(const BlockId& block, int port) const;
    /// The load balancer itself, on one of its listeners.
    Reach loadBalancerFromInternet(const BlockId& loadBalancer) const;

private:
    /// Gateway, route table and subnet, when packets come in that way.
    std::vector<std::string> way(const BlockId& subnet, int port) const;

    const graph::ArchitectureGraph* m_graph;
    const Routes* m_routes;
};

}  // namespace lintel::model::analysis
