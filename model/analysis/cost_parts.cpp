#include "model/analysis/cost_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

constexpr const char* kPublicAddress = "public-ipv4";

const std::set<std::string_view> kFree{"account",
                                       "acm-certificate",
                                       "auto-scaling-group",
                                       "availability-zone",
                                       "codedeploy",
                                       "ecs-cluster",
                                       "eks-workload",
                                       "egress-only-internet-gateway",
                                       "group",
                                       "iam-role",
                                       "iam-user",
                                       "internet-gateway",
                                       "launch-template",
                                       "network-acl",
                                       "parameter-store",
                                       "region",
                                       "route-table",
                                       "route53-record",
                                       "security-group",
                                       "subnet",
                                       "target-group",
                                       "virtual-private-gateway",
                                       "vpc",
                                       "vpc-endpoint-gateway"};

const std::set<std::string_view> kByUsage{"api-gateway",
                                          "appsync",
                                          "athena",
                                          "backup",
                                          "cloudfront",
                                          "cloudwatch-logs",
                                          "codebuild",
                                          "codepipeline",
                                          "cognito",
                                          "dynamodb",
                                          "ecr",
                                          "efs",
                                          "eventbridge",
                                          "firehose",
                                          "glue",
                                          "iot-core",
                                          "lambda",
                                          "mediaconvert",
                                          "s3-bucket",
                                          "ses",
                                          "sns",
                                          "sqs",
                                          "step-functions",
                                          "vpc-peering"};

/// Kinds that cost the same, whatever their properties say.
const std::map<std::string_view, const char*> kOneEach{
    {"cloudwatch-alarm", "cloudwatch-alarm"}, {"elastic-ip", kPublicAddress},
    {"eks-cluster", "eks-cluster"},           {"kms-key", "kms-key"},
    {"route53-zone", "route53-zone"},         {"secrets-manager", "secret"},
    {"site-to-site-vpn", "site-to-site-vpn"}, {"waf-web-acl", "waf-web-acl"},
    {"direct-connect", "direct-connect-port"}};

class ItemFinder {
public:
    ItemFinder(const Graph& graph, const BlockId& block) : m_graph(graph), m_id(block) {}

    CostItems find()
    {
        const std::string& kind = m_graph.block(m_id)->kind.text();
        if (const auto one = kOneEach.find(kind); one != kOneEach.end())
            add(one->second);
        else if (kind == "ec2-instance")
            addInstance();
        else if (kind == "auto-scaling-group")
            addGroup();
        else if (kind == "eks-node-group")
            add("ec2/" + text("type"), static_cast<double>(usualSize()));
        else if (kind == "ecs-service")
            addTasks();
        else if (kind == "alb" || kind == "nlb")
            addLoadBalancer(kind);
        else if (kind == "nat-gateway")
            addNat();
        else if (kind == "vpc-endpoint-interface")
            add(kind, places());
        else if (kind == "client-vpn")
            add("client-vpn-association", places());
        else if (kind == "transit-gateway")
            add("transit-gateway-attachment", static_cast<double>(m_graph.references(m_id, "attachments").size()));
        else if (kind == "ebs-volume")
            add("ebs/" + text("type"), number("size-gb"));
        else
            addData(kind);
        return std::move(m_items);
    }

private:
    void add(const std::string& item, double quantity = 1)
    {
        m_items.basis = CostBasis::Priced;
        if (quantity > 0) m_items.items.push_back({item, quantity});
    }

    std::string text(const char* key) const { return m_graph.value(m_id, key).toString(); }
    double number(const char* key) const { return static_cast<double>(m_graph.value(m_id, key).toInteger(0)); }
    double places() const { return static_cast<double>(std::max<std::size_t>(1, m_graph.subnetsOf(m_id).size())); }

    std::int64_t usualSize() const
    {
        for (const char* key : {"desired", "min", "max"})
            if (const std::int64_t size = m_graph.value(m_id, key).toInteger(0); size > 0) return size;
        return 0;
    }

    /// An elastic IP is a block of its own and costs there.
    bool hasElasticAddress() const
    {
        if (!m_graph.reference(m_id, "elastic-ip").isEmpty()) return true;
        const auto& links = m_graph.incoming(m_id);
        return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
            return m_graph.isKind(m_graph.connection(link)->from, "elastic-ip") &&
                   m_graph.connection(link)->relation == "attach";
        });
    }

    void addInstance()
    {
        add("ec2/" + text("type"));
        if (m_graph.hasPublicAddress(m_id) && !hasElasticAddress()) add(kPublicAddress);
    }

    /// The members that are drawn cost where they are drawn.
    void addGroup()
    {
        m_items.basis = CostBasis::Free;
        const double others =
            static_cast<double>(usualSize() - static_cast<std::int64_t>(m_graph.membersOf(m_id).size()));
        const BlockId launch = m_graph.reference(m_id, "launch-template");
        if (others > 0) add("ec2/" + m_graph.value(launch, "type").toString(), others);
    }

    void addTasks()
    {
        m_items.basis = CostBasis::Free;  // on instances that are drawn
        if (text("launch-type") != "fargate") return;
        const double tasks = std::max(1.0, number("replicas"));
        add("fargate-vcpu", tasks * number("cpu") / 1024);
        add("fargate-gb", tasks * number("memory-mb") / 1024);
    }

    void addLoadBalancer(const std::string& kind)
    {
        add(kind);
        if (text("scheme") == "internet-facing") add(kPublicAddress, places());
        m_items.hasUsage = true;
    }

    /// A regional one costs in every zone of its VPC.
    void addNat()
    {
        double count = 1;
        if (text("availability-mode") == "regional") {
            std::set<std::string> zones;
            for (const BlockId& subnet : m_graph.subnetsOfVpc(m_graph.vpcOf(m_id)))
                zones.insert(m_graph.zoneOf(subnet));
            count = static_cast<double>(std::max<std::size_t>(1, zones.size()));
        }
        add("nat-gateway", count);
        if (text("connectivity") != "private" && !hasElasticAddress()) add(kPublicAddress, count);
        m_items.hasUsage = true;
    }

    void addDatabase(const std::string& engine, bool isReplica)
    {
        const double copies = m_graph.value(m_id, "multi-az").toBool() ? 2 : 1;
        add("rds/" + engine + "/" + text("type"), copies);
        const BlockId source = isReplica ? m_graph.reference(m_id, "source") : m_id;
        add("rds-storage", copies * static_cast<double>(m_graph.value(source, "storage-gb").toInteger(0)));
        if (m_graph.hasPublicAddress(m_id)) add(kPublicAddress);
    }

    std::string engineOf(const char* owner) const
    {
        return m_graph.value(m_graph.reference(m_id, owner), "engine").toString();
    }

    void addData(const std::string& kind)
    {
        if (kind == "rds-instance")
            addDatabase(text("engine"), false);
        else if (kind == "rds-read-replica")
            addDatabase(engineOf("source"), true);
        else if (kind == "aurora-instance")
            add("aurora/" + engineOf("cluster") + "/" + text("type"));
        else if (kind == "elasticache-replica")
            add("elasticache/" + engineOf("source") + "/" + replicaType());
        else if (kind == "aurora-cluster")
            addAurora();
        else if (kind == "elasticache")
            addCache();
        else if (kind == "kinesis")
            add("kinesis-shard", std::max(1.0, number("shards")));
        else
            addRest(kind);
    }

    /// The instances that are drawn cost where they are drawn; storage costs by what is stored.
    void addAurora()
    {
        m_items.basis = CostBasis::ByUsage;
        m_items.hasUsage = true;
        if (m_graph.referrers(m_id, "cluster").empty())
            add("aurora/" + text("engine") + "/" + text("type"), std::max(1.0, number("instances")));
    }

    std::string replicaType() const
    {
        const std::string own = text("type");
        return own.empty() ? m_graph.value(m_graph.reference(m_id, "source"), "type").toString() : own;
    }

    void addCache()
    {
        const double drawn = static_cast<double>(m_graph.referrers(m_id, "source").size());
        add("elasticache/" + text("engine") + "/" + text("type"), 1 + std::max(0.0, number("replicas") - drawn));
    }

    void addRest(const std::string& kind)
    {
        if (kFree.contains(kind) || m_graph.catalogue().flag(*m_graph.block(m_id), "software"))
            m_items.basis = CostBasis::Free;
        else if (kByUsage.contains(kind))
            m_items.basis = CostBasis::ByUsage;
    }

    const Graph& m_graph;
    const BlockId& m_id;
    CostItems m_items;
};

}  // namespace

CostItems costItemsOf(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    const Block* self = graph.block(block);
    if (!self) return {};
    const catalogue::Kind* kind = graph.catalogue().kindOf(*self);
    if (!kind) return {};
    if (!kind->flag("aws", true)) return {CostBasis::Outside, {}, false};
    return ItemFinder(graph, block).find();
}

}  // namespace lintel::model::analysis
