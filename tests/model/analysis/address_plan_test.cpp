#include "model/analysis/address_plan.h"

#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;

/// Keeps what the plan was made from.
struct Planned {
    explicit Planned(Document document)
        : graph(std::move(document), embedded::catalogue()), routes(graph), plan(graph, routes)
    {
    }
    explicit Planned(const DesignBuilder& design) : Planned(design.build()) {}

    std::int64_t needed(const char* subnet) const { return plan.subnet(BlockId(subnet))->needed(); }

    graph::ArchitectureGraph graph;
    Routes routes;
    AddressPlan plan;
};

Document templateNamed(const std::string& name)
{
    for (const embedded::Template& design : embedded::templates())
        if (design.name == name) return io::read(design.text, name, embedded::catalogue())->document;
    ADD_FAILURE() << name;
    return {};
}

std::string textOf(const std::optional<Cidr>& range) { return range ? range->text() : "none"; }

std::string textOf(const std::vector<Cidr>& ranges)
{
    std::string text;
    for (const Cidr& range : ranges) text += (text.empty() ? "" : " ") + range.text();
    return text;
}

DesignBuilder vpcWith(std::initializer_list<const char*> subnets, const char* range = "10.0.0.0/16")
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", range}});
    char letter = 'a';
    for (const char* cidr : subnets) {
        const std::string z(1, letter++);
        design.block("az-" + z, "availability-zone", "vpc", {{"zone", z}})
            .block("net-" + z, "subnet", "az-" + z, {{"cidr", cidr}});
    }
    return design;
}

TEST(AddressPlan, FreeRangesAreTheFewestThatHoldWhatIsLeft)
{
    const Planned planned(vpcWith({"10.0.0.0/24", "10.0.2.0/23", "10.0.128.0/17"}));
    const VpcPlan& vpc = *planned.plan.vpc(BlockId("vpc"));
    EXPECT_EQ(textOf(vpc.free), "10.0.1.0/24 10.0.4.0/22 10.0.8.0/21 10.0.16.0/20 10.0.32.0/19 10.0.64.0/18");
    EXPECT_EQ(vpc.size(), 65536);
    EXPECT_EQ(vpc.freeSize(), 65536 - 256 - 512 - 32768);
    EXPECT_EQ(vpc.largestFree(), 18);
}

TEST(AddressPlan, AFullVpcHasNothingFree)
{
    const Planned planned(vpcWith({"10.0.0.0/25", "10.0.0.128/25"}, "10.0.0.0/24"));
    const VpcPlan& vpc = *planned.plan.vpc(BlockId("vpc"));
    EXPECT_TRUE(vpc.free.empty());
    EXPECT_EQ(vpc.largestFree(), std::nullopt);
    EXPECT_EQ(textOf(vpc.nextRange(28)), "none");
}

TEST(AddressPlan, TheNextRangeIsTheLowestThatFits)
{
    const Planned planned(vpcWith({"10.0.0.0/24", "10.0.2.0/23"}));
    const VpcPlan& vpc = *planned.plan.vpc(BlockId("vpc"));
    EXPECT_EQ(textOf(vpc.nextRange(28)), "10.0.1.0/28");
    EXPECT_EQ(textOf(vpc.nextRange(24)), "10.0.1.0/24");
    EXPECT_EQ(textOf(vpc.nextRange(23)), "10.0.4.0/23");
    EXPECT_EQ(textOf(vpc.nextRange(17)), "10.0.128.0/17");
    EXPECT_EQ(textOf(vpc.nextRange(16)), "none");
    EXPECT_EQ(textOf(vpc.nextRange(15)), "none") << "AWS allows no subnet larger than /16";
    EXPECT_EQ(textOf(vpc.nextRange(29)), "none") << "nor smaller than /28";
}

TEST(AddressPlan, SecondaryRangesCount)
{
    DesignBuilder design = vpcWith({"10.0.0.0/16"});
    design.set("vpc", "secondary-cidrs", ids({"100.64.0.0/16"}));
    const Planned planned(design);
    EXPECT_EQ(textOf(planned.plan.vpc(BlockId("vpc"))->nextRange(20)), "100.64.0.0/20");
}

TEST(AddressPlan, SubnetsComeByAddressAndThoseWithoutARangeLast)
{
    DesignBuilder design = vpcWith({"10.0.9.0/24", "10.0.10.0/24", "10.0.2.0/24"});
    design.block("draft", "subnet", "vpc").block("broken", "subnet", "vpc", {{"cidr", "10.0.0.300/24"}});
    const Planned planned(design);
    std::vector<std::string> order;
    for (const SubnetPlan& subnet : planned.plan.vpc(BlockId("vpc"))->subnets) order.push_back(subnet.subnet.text());
    EXPECT_EQ(order, (std::vector<std::string>{"net-c", "net-a", "net-b", "broken", "draft"}));
    EXPECT_EQ(planned.plan.subnet(BlockId("draft"))->usable(), 0);
    EXPECT_FALSE(planned.plan.subnet(BlockId("draft"))->isTooSmall()) << "nothing is known against it";
}

TEST(AddressPlan, EveryKindTakesItsAddresses)
{
    DesignBuilder design = vpcWith({"10.0.0.0/24", "10.0.1.0/24"});
    const Value both = ids({"net-a", "net-b"});
    design.block("web", "ec2-instance", "net-a").block("nat", "nat-gateway", "net-a");
    EXPECT_EQ(Planned(design).needed("net-a"), 2);
    design.block("alb", "alb", "vpc", {{"subnets", both}});
    EXPECT_EQ(Planned(design).needed("net-b"), 8);
    design.block("nlb", "nlb", "vpc", {{"subnets", both}})
        .block("ecr", "vpc-endpoint-interface", "vpc", {{"subnets", both}});
    EXPECT_EQ(Planned(design).needed("net-b"), 10);
    design.block("db", "rds-instance", "net-a", {{"subnets", both}});
    EXPECT_EQ(Planned(design).needed("net-a"), 14) << "the successor of a database node is made before it goes";
    EXPECT_EQ(Planned(design).needed("net-b"), 10);
    design.set("db", "multi-az", true);
    EXPECT_EQ(Planned(design).needed("net-b"), 12) << "and its standby may be in any subnet of the group";
    design.block("asg", "auto-scaling-group", "vpc", {{"subnets", both}, {"min", 2}, {"max", 5}, {"desired", 2}});
    EXPECT_EQ(Planned(design).needed("net-b"), 15) << "five over two subnets: three in one of them";
    design.set("web", "auto-scaling-group", "asg");
    EXPECT_EQ(Planned(design).needed("net-b"), 14) << "the member that is drawn is one of them";
}

TEST(AddressPlan, CachesFunctionsAndTasks)
{
    DesignBuilder design = vpcWith({"10.0.0.0/24", "10.0.1.0/24"});
    const Value both = ids({"net-a", "net-b"});
    design.block("sg", "security-group", "vpc");
    design.block("cache", "elasticache", "net-a", {{"subnets", both}, {"replicas", 1}});
    EXPECT_EQ(Planned(design).needed("net-b"), 2);
    design.block("replica", "elasticache-replica", "net-b", {{"source", "cache"}});
    EXPECT_EQ(Planned(design).needed("net-a"), 2) << "both nodes are drawn where they are";
    EXPECT_EQ(Planned(design).needed("net-b"), 2);
    for (const char* name : {"f1", "f2"})
        design.block(name, "lambda", "vpc", {{"subnets", both}, {"security-groups", ids({"sg"})}});
    EXPECT_EQ(Planned(design).needed("net-a"), 3) << "functions with the same groups share an interface";
    design.block("tasks", "ecs-service", "net-b", {{"launch-type", "fargate"}, {"replicas", 3}});
    EXPECT_EQ(Planned(design).needed("net-b"), 6);
    design.block("aurora", "aurora-cluster", "vpc", {{"subnets", both}, {"instances", 2}});
    EXPECT_EQ(Planned(design).needed("net-a"), 5);
}

TEST(AddressPlan, BrokersAndSearchNodesAreSpread)
{
    DesignBuilder design = vpcWith({"10.0.0.0/24", "10.0.1.0/24"});
    const Value both = ids({"net-a", "net-b"});
    design.block("kafka", "msk", "vpc", {{"subnets", both}, {"brokers", 3}});
    EXPECT_EQ(Planned(design).needed("net-a"), 2);
    design.block("search", "opensearch", "vpc", {{"subnets", both}, {"instances", 2}});
    EXPECT_EQ(Planned(design).needed("net-b"), 4);
    design.block("mongo", "documentdb", "net-a", {{"subnets", both}, {"multi-az", true}});
    EXPECT_EQ(Planned(design).needed("net-b"), 6);
}

TEST(AddressPlan, ARegionalNatGatewayTakesNothing)
{
    DesignBuilder design = vpcWith({"10.0.0.0/24"});
    design.block("nat", "nat-gateway", "vpc", {{"availability-mode", "regional"}});
    EXPECT_EQ(Planned(design).needed("net-a"), 0);
}

TEST(AddressPlan, ASmallSubnetIsTooSmallForALoadBalancerAndMore)
{
    DesignBuilder design = vpcWith({"10.0.0.0/28", "10.0.1.0/24"});
    design.block("alb", "alb", "vpc", {{"subnets", ids({"net-a", "net-b"})}});
    EXPECT_EQ(Planned(design).plan.subnet(BlockId("net-a"))->left(), 3);
    for (const char* name : {"s1", "s2", "s3", "s4"}) design.block(name, "ec2-instance", "net-a");
    EXPECT_TRUE(Planned(design).plan.subnet(BlockId("net-a"))->isTooSmall());
}

TEST(RangeConflicts, JoinedAndPlannedNetworksAreToldApart)
{
    DesignBuilder design;
    design.block("one", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("two", "vpc", "", {{"cidr", "10.0.128.0/20"}});
    design.block("far", "vpc", "", {{"cidr", "10.1.0.0/16"}})
        .block("office", "external-network", "", {{"cidr", "10.1.2.0/24"}});
    Planned planned(design);
    ASSERT_EQ(planned.plan.conflicts().size(), 2u);
    const RangeConflict& office = planned.plan.conflicts()[0];
    EXPECT_EQ(office.a.text(), "far");
    EXPECT_EQ(office.b.text(), "office");
    EXPECT_EQ(office.range.text(), "10.1.2.0/24");
    EXPECT_FALSE(office.isConnected());
    design.block("pcx", "vpc-peering", "", {{"requester", "two"}, {"accepter", "one"}});
    const Planned joined(design);
    const RangeConflict& vpcs = joined.plan.conflicts()[1];
    EXPECT_EQ(vpcs.range.text(), "10.0.128.0/20");
    EXPECT_EQ(vpcs.path, (std::vector<std::string>{"one", "pcx", "two"}));
}

TEST(RangeConflicts, SecondaryRangesCollideToo)
{
    DesignBuilder design;
    design.block("one", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"secondary-cidrs", ids({"100.64.0.0/16"})}});
    design.block("two", "vpc", "", {{"cidr", "10.1.0.0/16"}, {"secondary-cidrs", ids({"100.64.0.0/18"})}});
    ASSERT_EQ(Planned(design).plan.conflicts().size(), 1u);
    EXPECT_EQ(Planned(design).plan.conflicts()[0].range.text(), "100.64.0.0/18");
}

TEST(RangeConflicts, TheNextVpcCollidesWithNobody)
{
    DesignBuilder design;
    design.block("one", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("office", "external-network", "", {{"cidr", "10.1.0.0/20"}});
    EXPECT_EQ(textOf(Planned(design).plan.nextVpcRange(16)), "10.2.0.0/16");
    EXPECT_EQ(textOf(Planned(design).plan.nextVpcRange(20)), "10.1.16.0/20");
    EXPECT_EQ(textOf(Planned(design).plan.nextVpcRange(15)), "none");
}

/// A cluster of so many c5.large over two subnets.
DesignBuilder cluster(int nodes, const char* range)
{
    const std::string first = range;
    DesignBuilder design = vpcWith({range, "10.0.64.0/18"});
    design.block("eks", "eks-cluster", "vpc", {{"subnets", ids({"net-a"})}});
    design.block("nodes", "eks-node-group", "eks",
                 {{"type", "c5.large"}, {"max", nodes}, {"desired", nodes}, {"subnets", ids({"net-a"})}});
    return design;
}

TEST(EksPlan, PodsThatFitAndPodsThatAreWanted)
{
    DesignBuilder design = cluster(3, "10.0.0.0/24");
    EXPECT_EQ(Planned(design).plan.clusters()[0].plannedPods, std::nullopt) << "no workload is drawn";
    EXPECT_EQ(Planned(design).plan.clusters()[0].podSlots, 3 * 27);
    design.block("api", "eks-workload", "nodes", {{"replicas", 10}});
    EXPECT_EQ(Planned(design).plan.clusters()[0].plannedPods, 12) << "and two of CoreDNS";
    design.block("worker", "eks-workload", "eks");
    EXPECT_EQ(Planned(design).plan.clusters()[0].plannedPods, std::nullopt) << "nobody says how many";
    design.set("nodes", "type", "z9.huge");
    EXPECT_EQ(Planned(design).plan.clusters()[0].podSlots, std::nullopt);
}

TEST(EksPlan, WithoutTheZoneThatHoldsMost)
{
    DesignBuilder design = cluster(5, "10.0.0.0/24");
    design.set("nodes", "subnets", ids({"net-a", "net-b"}));
    const Planned planned(design);
    EXPECT_EQ(planned.plan.clusters()[0].podSlots, 5 * 27);
    EXPECT_EQ(planned.plan.clusters()[0].podSlotsWithoutZone, 2 * 27);
}

TEST(EksPlan, ASecondClusterWantsAsMuchAgain)
{
    // 3 nodes with one interface each and the control plane: 30 + 8 addresses.
    DesignBuilder roomy = cluster(3, "10.0.0.0/25");
    const auto beside = Planned(roomy).plan.secondCluster(BlockId("eks"));
    ASSERT_TRUE(beside);
    EXPECT_EQ(beside->beside, (std::vector<BlockId>{BlockId("net-a")}));

    DesignBuilder tight = cluster(3, "10.0.0.0/26");
    const auto fresh = Planned(tight).plan.secondCluster(BlockId("eks"));
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fresh->fits());
    EXPECT_EQ(textOf(fresh->fresh), "10.0.0.64/26");

    tight.set("vpc", "cidr", "10.0.0.0/26");
    const auto none = Planned(tight).plan.secondCluster(BlockId("eks"));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->fits());
    tight.set("nodes", "type", Value());
    EXPECT_FALSE(Planned(tight).plan.secondCluster(BlockId("eks"))) << "nothing is known";
}

TEST(EksPlan, TheTemplateIsSizedForTwo)
{
    const Planned planned(templateNamed("eks-mobile-backend"));
    const auto second = planned.plan.secondCluster(BlockId("eks"));
    ASSERT_TRUE(second);
    EXPECT_EQ(second->beside.size(), 2u);
    EXPECT_EQ(planned.plan.clusters()[0].podSlots, 8 * 27);
    EXPECT_EQ(planned.plan.clusters()[0].podSlotsWithoutZone, 4 * 27);
    EXPECT_TRUE(planned.plan.conflicts().empty());
}

TEST(AddressPlan, NoTemplateNeedsMoreThanItHas)
{
    for (const embedded::Template& design : embedded::templates()) {
        const Planned planned(templateNamed(design.name));
        for (const VpcPlan& vpc : planned.plan.vpcs())
            for (const SubnetPlan& subnet : vpc.subnets)
                EXPECT_FALSE(subnet.isTooSmall()) << design.name << " " << subnet.subnet.text();
    }
}

}  // namespace
}  // namespace lintel::model::analysis
