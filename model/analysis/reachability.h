#pragma once

#include "model/analysis/leg.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace lintel::model::analysis {

/// Whether packets arrive, with the proof.
struct Reach {
    bool reachable = false;
    std::vector<std::string> path;  ///< ids along the way, from the sender (or the gateway) to the receiver
    AddressSet sources;             ///< whose packets arrive, of the sender's addresses
    std::vector<OpenRow> rows;      ///< the security group rules that let it in
    /// When it is not reachable: each entry is one way that is left, and all that must change for it to open. No
    /// entry holds all of another.
    std::vector<std::vector<Blocker>> blockers;
};

/// Who reaches whom through gateways, routes, network ACLs, security groups, load balancers and CloudFront. Answers
/// only from what is drawn: without routes or security groups, nothing counts as reachable. Reads the graph and the
/// routes, which must outlive it; safe to share.
class Reachability {
public:
    Reachability(const graph::ArchitectureGraph& graph, const Routes& routes) : m_graph(&graph), m_routes(&routes) {}

    /// Does somebody at `from` reach `to`, by the addresses of the query's family? An empty `from` is the internet at
    /// large: any one address is enough.
    Reach reach(const BlockId& from, const BlockId& to, const Query& query) const;

    /// From practically anywhere on the internet over TCP, by IPv4 or else by IPv6: straight to its own public address,
    /// or through an internet-facing load balancer.
    Reach fromInternet(const BlockId& block, int port) const;
    /// Straight to its own public address only. What these find is told; what stops it is not.
    Reach directFromInternet(const BlockId& block, int port) const;
    /// As a target of an internet-facing load balancer only.
    Reach throughLoadBalancer(const BlockId& block, int port) const;
    /// The load balancer itself, on one of its listeners.
    Reach loadBalancerFromInternet(const BlockId& loadBalancer) const;

private:
    /// A load balancer that hands requests on to a block.
    struct Forwarding {
        BlockId loadBalancer;
        BlockId group;
        std::string ports;             ///< at the target
        std::vector<Query> listeners;  ///< what it listens on
    };
    using Visited = std::vector<BlockId>;
    using Forwardings = std::unordered_map<BlockId, std::vector<Forwarding>>;  ///< by target

    std::vector<Leg> ways(const Endpoint& from, const Endpoint& to, const Query& query, Visited visited) const;
    std::vector<Leg> balancedWays(const Endpoint& from, const Endpoint& to, const Query& query,
                                  const Visited& visited) const;
    std::vector<Leg> distributedWays(const Endpoint& from, const Endpoint& to, const Query& query,
                                     const Visited& visited) const;
    std::vector<Forwarding> forwardingTo(const Endpoint& to, int port) const;
    std::vector<Leg> throughNode(const std::vector<Leg>& first, const Forwarding& forwarding, const BlockId& node,
                                 const Endpoint& to, const Query& query) const;
    std::vector<Leg> ontoIpv4(const std::vector<Leg>& first, const Forwarding& forwarding, const BlockId& node,
                              const Endpoint& to, const Query& query) const;
    Endpoint endAt(const BlockId& block, Family family) const;
    template <class Ask>
    Reach overEither(Ask ask) const;
    void checkZones(Leg& way, const BlockId& loadBalancer, const BlockId& node, const Endpoint& target) const;
    bool isEnabledZone(const BlockId& loadBalancer, const Endpoint& target) const;
    bool listensOn(const BlockId& loadBalancer, const Query& query) const;
    const Forwardings& forwardings() const;
    Forwardings indexTargets() const;

    const graph::ArchitectureGraph* m_graph;
    const Routes* m_routes;
    graph::AnalysisCache<bool, Forwardings> m_forwardings;
};

}  // namespace lintel::model::analysis
