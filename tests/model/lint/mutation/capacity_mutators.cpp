#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::row;
using support::rows;

namespace {

void addCluster(Place& place, Properties nodes, int pods)
{
    place.design.block("eks", "eks-cluster", place.vpc(), {{"subnets", list(place.id("data-a"), place.id("data-c"))}})
        .block("nodes", "eks-node-group", "eks", std::move(nodes))
        .block("pod", "eks-workload", "nodes", {{"replicas", pods}});
}

void carryGroups(Place& place, int count)
{
    Value::List groups;
    for (int i = 0; i < count; ++i) {
        const std::string id = "sg-" + std::to_string(i);
        place.design.block(id, "security-group", place.vpc());
        groups.emplace_back(id);
    }
    place.design.set(place.server(), "security-groups", Value(std::move(groups)));
}

void addSmallVpc(Place& place, const std::string& range)
{
    place.design.block("small", "vpc", "seoul", {{"cidr", range}})
        .block("small-a", "subnet", "small", {{"cidr", "10.240.0.0/26"}})
        .block("lone", "ec2-instance", "small-a");
}

void addBalancer(Place& place, const std::string& id, const char* host)
{
    place.design.block(id, "alb", place.vpc(),
                       {{"scheme", "internet-facing"},
                        {"subnets", list(place.id("public-a"), place.id("public-c"))},
                        {"listeners", rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"host", host}})})}});
}

void addCertificate(Place& place, const std::string& id, const char* domain)
{
    place.design.block(id, "acm-certificate", "seoul", {{"domains", list(domain)}});
}

void addNetworkBalancer(Place& place)
{
    place.design.block(
        "tg", "target-group", place.vpc(),
        {{"protocol", "TCP"}, {"port", 8080}, {"targets", list(place.server())}, {"health-check", "/health"}});
    place.design.block("nlb", "nlb", place.vpc(),
                       {{"scheme", "internal"},
                        {"subnets", list(place.id("app-a"), place.id("app-c"))},
                        {"listeners", rows({row({{"protocol", "TCP"}, {"port", 8080}, {"target", "tg"}})})}});
}

void addNamedGroup(Place& place, const char* name)
{
    edit::Transaction draft(place.design.build());
    draft.put(Block{BlockId("named"), KindId("security-group"), name, BlockId(place.vpc()), {}});
    place.design = support::DesignBuilder(draft.document());
    place.design.set(place.server(), "security-groups", list(place.id("sg-app"), "named"));
}

}  // namespace

const std::vector<Mutator>& capacityMutators()
{
    static const std::vector<Mutator> kMutators{
        {"alb-subnet-small", [](Place& p) { p.design.set(p.id("public-a"), "cidr", p.range() + "0.0/28"); },
         [](Place& p) { p.design.set(p.id("public-a"), "cidr", p.range() + "0.0/27"); }},
        {"eks-cluster-ips",
         [](Place& p) {
             p.design.set(p.id("data-a"), "cidr", p.range() + "32.0/28")
                 .block("asg", "auto-scaling-group", p.vpc(), {{"subnets", list(p.id("data-a"))}, {"max", 6}})
                 .block("eks", "eks-cluster", p.vpc(), {{"subnets", list(p.id("data-a"), p.id("data-c"))}});
         },
         [](Place& p) {
             p.design.set(p.id("data-a"), "cidr", p.range() + "32.0/26")
                 .block("asg", "auto-scaling-group", p.vpc(), {{"subnets", list(p.id("data-a"))}, {"max", 6}})
                 .block("eks", "eks-cluster", p.vpc(), {{"subnets", list(p.id("data-a"), p.id("data-c"))}});
         }},
        {"eks-pod-density",
         [](Place& p) {
             addCluster(p, {{"type", "t3.small"}, {"max", 3}}, 200);
         },
         [](Place& p) {
             addCluster(p, {{"type", "t3.small"}, {"max", 3}}, 10);
         }},
        {"eks-pod-ips",
         [](Place& p) {
             addCluster(p, {{"type", "m5.large"}, {"max", 20}, {"subnets", list(p.id("data-a"))}}, 30);
         },
         [](Place& p) {
             addCluster(p, {{"type", "m5.large"}, {"max", 2}, {"subnets", list(p.id("data-a"))}}, 30);
         }},
        {"eks-parallel-headroom",
         [](Place& p) {
             p.design.set(p.id("data-c"), "cidr", p.range() + "128.0/17");
             addCluster(p, {{"type", "m5.large"}, {"max", 700}, {"desired", 700}, {"subnets", list(p.id("data-c"))}},
                        15000);
         },
         [](Place& p) {
             p.design.set(p.id("data-c"), "cidr", p.range() + "128.0/17");
             addCluster(p, {{"type", "m5.large"}, {"max", 40}, {"desired", 40}, {"subnets", list(p.id("data-c"))}},
                        300);
         }},
        {"no-growth-block", [](Place& p) { p.design.set(p.id("data-c"), "cidr", p.range() + "128.0/17"); },
         [](Place& p) { p.design.set(p.id("data-c"), "cidr", p.range() + "192.0/18"); }},
        {"planned-overlap",
         [](Place& p) {
             p.design.block("office", "external-network", {}, {{"cidr", p.range() + "128.0/20"}});
         },
         [](Place& p) {
             p.design.block("office", "external-network", {}, {{"cidr", "172.20.0.0/16"}});
         }},
        {"quota", [](Place& p) { carryGroups(p, 6); }, [](Place& p) { carryGroups(p, 5); }},
        {"subnet-exhaustion",
         [](Place& p) {
             p.design.block("asg", "auto-scaling-group", p.vpc(),
                            {{"subnets", list(p.id("data-" + p.zone()))}, {"max", 300}});
         },
         [](Place& p) {
             p.design.block("asg", "auto-scaling-group", p.vpc(),
                            {{"subnets", list(p.id("data-" + p.zone()))}, {"max", 100}});
         }},
        {"vpc-oversized", [](Place& p) { addSmallVpc(p, "10.240.0.0/16"); },
         [](Place& p) { addSmallVpc(p, "10.240.0.0/24"); }},
        {"alb-per-subdomain",
         [](Place& p) {
             addBalancer(p, "one", "api.shop.example");
             addBalancer(p, "two", "admin.shop.example");
         },
         [](Place& p) {
             addBalancer(p, "one", "api.shop.example");
             addBalancer(p, "two", "api.shop.example");
         }},
        {"cert-per-subdomain",
         [](Place& p) {
             addCertificate(p, "one", "api.shop.example");
             addCertificate(p, "two", "admin.shop.example");
         },
         [](Place& p) {
             addCertificate(p, "one", "api.shop.example");
             addCertificate(p, "two", "api.other.example");
         }},
        {"idle-public-ipv4", [](Place& p) { p.design.block("spare", "elastic-ip", p.id("public-" + p.zone())); },
         [](Place& p) {
             p.design.block("spare", "elastic-ip", p.id("public-" + p.zone()))
                 .set(p.id("nat-" + p.zone()), "elastic-ip", "spare")
                 .remove(p.id("eip-" + p.zone()));
         }},
        {"nat-for-s3-dynamodb",
         [](Place& p) { p.design.block("files", "s3-bucket", "seoul").connect(p.server(), "files", "443"); },
         [](Place& p) {
             p.design.block("files", "s3-bucket", "seoul")
                 .connect(p.server(), "files", "443")
                 .block("s3", "vpc-endpoint-gateway", p.vpc(),
                        {{"service", "s3"}, {"route-tables", list(p.id("rt-a"), p.id("rt-c"))}});
         }},
        {"nat-vs-interface-endpoint",
         [](Place& p) {
             p.design.block("endpoint", "vpc-endpoint-interface", p.id("data-a"), {{"service", "sqs"}})
                 .block("topic", "sns", "seoul")
                 .connect(p.server(), "topic", "443");
         },
         [](Place& p) { p.design.block("topic", "sns", "seoul").connect(p.server(), "topic", "443"); }},
        {"nlb-without-reason",
         [](Place& p) {
             addNetworkBalancer(p);
             p.design.set("nlb", "reason", Value());
         },
         [](Place& p) {
             addNetworkBalancer(p);
             p.design.set("nlb", "reason", "static-ip");
         }},
        {"old-or-burstable", [](Place& p) { p.design.set(p.server(), "type", "m4.large"); },
         [](Place& p) { p.design.set(p.server(), "type", "m7g.large"); }},
        {"over-provisioned",
         [](Place& p) {
             p.design.profile("small");
             addCluster(p, {}, 2);
             for (int i = 0; i < 1; ++i) p.design.block("more-" + std::to_string(i), "eks-workload", "nodes");
         },
         [](Place& p) {
             p.design.profile("small");
             addCluster(p, {}, 2);
             for (int i = 0; i < 4; ++i) p.design.block("more-" + std::to_string(i), "eks-workload", "nodes");
         }},
        {"dangling-reference",
         [](Place& p) { p.design.set(p.server(), "security-groups", list(p.id("sg-app"), "nobody")); },
         [](Place& p) { p.design.set(p.server(), "security-groups", list(p.id("sg-app"), p.id("sg-db"))); }},
        {"diagram-contradiction", [](Place& p) { addNamedGroup(p, "elasticache"); },
         [](Place& p) { addNamedGroup(p, "ALB"); }},
        {"dns-delegation",
         [](Place& p) {
             p.design.block("zone", "route53-zone", "account", {{"domain", "shop.example"}, {"delegated", false}});
         },
         [](Place& p) {
             p.design.block("zone", "route53-zone", "account", {{"domain", "shop.example"}, {"delegated", true}});
         }},
        {"edge-underspecified",
         [](Place& p) {
             p.design.block("batch", "ec2-instance", p.id("app-" + p.zone())).connect("batch", p.server(), "");
         },
         [](Place& p) {
             p.design.block("batch", "ec2-instance", p.id("app-" + p.zone())).connect("batch", p.server(), "8080");
         }},
        {"orphan", [](Place& p) { p.design.block("left", "security-group", p.vpc()); },
         [](Place& p) {
             p.design.block("left", "security-group", p.vpc())
                 .set(p.server(), "security-groups", list(p.id("sg-app"), "left"));
         }},
    };
    return kMutators;
}

}  // namespace lintel::test
