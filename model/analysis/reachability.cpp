#include "model/analysis/reachability.h"

#include <algorithm>

namespace lintel::model::analysis {

std::vector<std::string> Reachability::way(const BlockId& subnet, int port) const
{
    const auto route = m_routes->internetGatewayRoute(subnet);
    if (!route || !aclAdmitsFromInternet(*m_graph, subnet, port)) return {};
    return {route->target.text(), route->table.text(), subnet.text()};
}

Reach Reachability::directFromInternet(const BlockId& block, int port) const
{
    Reach reach;
    const BlockId host = m_graph->hostOf(block);
    if (!m_graph->hasPublicAddress(host)) {
        reach.blockers.push_back(host.text());
        return reach;
    }
    // Drawn in a subnet is where it runs today; a subnet group is where it may be put tomorrow.
    const std::vector<BlockId> subnets = m_graph->subnetsOf(host);
    for (const BlockId& subnet : subnets) {
        std::vector<std::string> steps = way(subnet, port);
        if (steps.empty()) {
            reach.blockers.push_back(subnet.text());
            continue;
        }
        reach.rows = rowsOpenToInternet(*m_graph, m_graph->securityGroupsOf(host), PortSet::one(port));
        if (reach.rows.empty()) {
            for (const BlockId& group : m_graph->securityGroupsOf(host)) reach.blockers.push_back(group.text());
            continue;
        }
        reach.reachable = true;
        reach.path = std::move(steps);
        reach.path.push_back(reach.rows.front().group.text());
        reach.path.push_back(host.text());
        if (host != block) reach.path.push_back(block.text());
        reach.blockers.clear();
        return reach;
    }
    return reach;
}

Reach Reachability::loadBalancerFromInternet(const BlockId& loadBalancer) const
{
    Reach reach;
    if (m_graph->value(loadBalancer, "scheme").toString() != "internet-facing") return reach;
    const std::vector<BlockId> groups = m_graph->securityGroupsOf(loadBalancer);
    for (const Value& listener : m_graph->value(loadBalancer, "listeners").toList()) {
        const int port = static_cast<int>(listener["port"].toInteger(0));
        std::vector<OpenRow> rows = rowsOpenToInternet(*m_graph, groups, PortSet::one(port));
        // A network load balancer may go without any security group; then nothing filters at it.
        if (rows.empty() && !(groups.empty() && m_graph->isKind(loadBalancer, "nlb"))) continue;
        for (const BlockId& subnet : m_graph->subnetsOf(loadBalancer)) {
            reach.path = way(subnet, port);
            if (reach.path.empty()) continue;
            reach.reachable = true;
            if (!rows.empty()) reach.path.push_back(rows.front().group.text());
            reach.path.push_back(loadBalancer.text());
            reach.rows = std::move(rows);
            return reach;
        }
    }
    return reach;
}

Reach Reachability::throughLoadBalancer(const BlockId& block, int port) const
{
    const BlockId host = m_graph->hostOf(block);
    for (const BlockId& balancer : m_graph->loadBalancers()) {
        for (const graph::Target& target : m_graph->targetsOf(balancer)) {
            if (target.block != host && target.block != block) continue;
            if (!PortSet::parse(target.ports).contains(port)) continue;
            Reach reach = loadBalancerFromInternet(balancer);
            const Peer peer = peerOf(*m_graph, balancer);
            const std::vector<BlockId> groups = m_graph->securityGroupsOf(host);
            if (!reach.reachable || !admitted(*m_graph, groups, Direction::Inbound, peer).contains(port)) continue;
            if (!target.group.isEmpty()) reach.path.push_back(target.group.text());
            reach.path.push_back(host.text());
            if (host != block) reach.path.push_back(block.text());
            return reach;
        }
    }
    return {};
}

Reach Reachability::fromInternet(const BlockId& block, int port) const
{
    Reach reach = directFromInternet(block, port);
    if (reach.reachable) return reach;
    Reach balanced = throughLoadBalancer(block, port);
    return balanced.reachable ? balanced : reach;
}

}  // namespace lintel::model::analysis
