#include "model/analysis/address_demand.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;
using Demands = std::map<BlockId, std::vector<AddressDemand>>;

/// A node of a database or cache: its successor is there before it goes.
constexpr std::int64_t kDatabaseNode = 2;

/// One node where it is drawn, and with a standby one elsewhere.
const std::set<std::string_view> kDatabases{"rds-instance", "rds-read-replica", "documentdb", "neptune",
                                            "dms",          "amazon-mq"};

class DemandFinder {
public:
    explicit DemandFinder(const Graph& graph) : m_graph(graph) {}

    void find(const std::vector<EksPlan>& clusters)
    {
        for (const Block& block : m_graph.document().blocks) add(block);
        for (const EksPlan& cluster : clusters) {
            everywhere(cluster.cluster, cluster.subnets, cluster.controlPlanePerSubnet());
            for (const NodeGroupPlan& group : cluster.groups)
                everywhere(group.group, group.subnets, group.addressesPerSubnet());
        }
        for (auto& [subnet, list] : m_demands)
            std::sort(list.begin(), list.end(),
                      [](const AddressDemand& a, const AddressDemand& b) { return a.block < b.block; });
    }

    Demands take() { return std::move(m_demands); }

private:
    void add(const Block& block)
    {
        const std::string& kind = block.kind.text();
        const BlockId& id = block.id;
        if (kind == "ec2-instance" || kind == "nat-gateway")
            everywhere(id, m_graph.positionSubnet(id), 1);
        else if (kind == "alb")
            everywhere(id, m_graph.subnetsOf(id), kLoadBalancerAddresses);
        else if (kind == "nlb" || kind == "vpc-endpoint-interface" || kind == "efs" || kind == "rds-proxy" ||
                 kind == "client-vpn")
            everywhere(id, m_graph.subnetsOf(id), 1);
        else if (kind == "auto-scaling-group")
            spread(id, largestSize(m_graph, id) - static_cast<std::int64_t>(m_graph.membersOf(id).size()), 1);
        else if (kind == "ecs-service" && m_graph.value(id, "launch-type").toString() == "fargate")
            spread(id, m_graph.value(id, "replicas").toInteger(0), 1);
        else if (kind == "lambda")
            addFunction(id);
        else if (kDatabases.contains(kind))
            addDatabase(id);
        else if (kind == "msk")
            spread(id, m_graph.value(id, "brokers").toInteger(0), 1);
        else if (kind == "opensearch")
            spread(id, m_graph.value(id, "instances").toInteger(0), kDatabaseNode);
        else if (kind == "aurora-cluster" && m_graph.referrers(id, "cluster").empty())
            spread(id, m_graph.value(id, "instances").toInteger(1), kDatabaseNode);
        else if (kind == "elasticache")
            addCache(id);
        else if (kind == "aurora-instance" || kind == "elasticache-replica")
            addMember(id);
    }

    void everywhere(const BlockId& block, const std::vector<BlockId>& subnets, std::int64_t count)
    {
        if (count <= 0) return;
        for (const BlockId& subnet : subnets) m_demands[subnet].push_back({block, count});
    }

    void everywhere(const BlockId& block, const BlockId& subnet, std::int64_t count)
    {
        if (!subnet.isEmpty()) everywhere(block, std::vector<BlockId>{subnet}, count);
    }

    /// So many, spread evenly: any of the subnets may be the one with the larger share.
    void spread(const BlockId& block, std::int64_t count, std::int64_t each)
    {
        const std::vector<BlockId> subnets = m_graph.subnetsOf(block);
        if (subnets.empty() || count <= 0) return;
        const auto places = static_cast<std::int64_t>(subnets.size());
        const std::int64_t most = std::min<std::int64_t>(count, 1'000'000);
        everywhere(block, subnets, (most + places - 1) / places * each);
    }

    /// Functions with the same security groups share the interfaces of a subnet.
    void addFunction(const BlockId& id)
    {
        std::vector<BlockId> groups = m_graph.securityGroupsOf(id);
        std::sort(groups.begin(), groups.end());
        for (const BlockId& subnet : m_graph.subnetsOf(id))
            if (m_functions.emplace(subnet, groups).second) everywhere(id, subnet, 1);
    }

    /// Where it is drawn; with a standby, or drawn nowhere, any subnet of its group may be the one.
    void addDatabase(const BlockId& id)
    {
        const BlockId place = m_graph.positionSubnet(id);
        if (place.isEmpty() || m_graph.value(id, "multi-az").toBool())
            everywhere(id, m_graph.subnetsOf(id), kDatabaseNode);
        else
            everywhere(id, place, kDatabaseNode);
    }

    void addMember(const BlockId& id)
    {
        const BlockId place = m_graph.positionSubnet(id);
        if (!place.isEmpty())
            everywhere(id, place, kDatabaseNode);
        else
            everywhere(id, m_graph.subnetsOf(id), kDatabaseNode);
    }

    void addCache(const BlockId& id)
    {
        const auto drawn = static_cast<std::int64_t>(m_graph.referrers(id, "source").size());
        const std::int64_t others = m_graph.value(id, "replicas").toInteger(0) - drawn;
        if (others > 0)
            spread(id, 1 + others, kDatabaseNode);
        else
            addMember(id);
    }

    const Graph& m_graph;
    Demands m_demands;
    std::set<std::pair<BlockId, std::vector<BlockId>>> m_functions;
};

}  // namespace

std::map<BlockId, std::vector<AddressDemand>> addressDemand(const graph::ArchitectureGraph& graph,
                                                            const std::vector<EksPlan>& clusters)
{
    DemandFinder finder(graph);
    finder.find(clusters);
    return finder.take();
}

}  // namespace lintel::model::analysis
