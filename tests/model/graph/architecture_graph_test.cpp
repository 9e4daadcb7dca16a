#include "model/graph/architecture_graph.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::graph {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

using Ids = std::vector<std::string>;

ArchitectureGraph graphOf(const DesignBuilder& design) { return {design.build(), embedded::catalogue()}; }

Ids texts(const std::vector<BlockId>& blocks)
{
    Ids list;
    for (const BlockId& block : blocks) list.push_back(block.text());
    return list;
}

/// A VPC with a subnet in each of two zones.
DesignBuilder network()
{
    DesignBuilder design;
    design.block("region", "region")
        .block("vpc", "vpc", "region")
        .block("sg", "security-group", "vpc")
        .block("sg-2", "security-group", "vpc");
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}})
        .block("az-c", "availability-zone", "vpc", {{"zone", "c"}});
    return design.block("app-a", "subnet", "az-a").block("app-c", "subnet", "az-c");
}

TEST(ArchitectureGraph, KnowsWhoHoldsWhom)
{
    auto design = network();
    const auto graph = graphOf(design.block("server", "ec2-instance", "app-a").block("nginx", "nginx", "server"));
    EXPECT_EQ(graph.vpcOf(BlockId("nginx")).text(), "vpc");
    EXPECT_EQ(graph.vpcOf(BlockId("vpc")).text(), "vpc");
    EXPECT_EQ(graph.ancestorOfKind(BlockId("nginx"), "subnet").text(), "app-a");
    EXPECT_TRUE(graph.ancestorOfKind(BlockId("server"), "ec2-instance").isEmpty()) << "a block does not hold itself";
    EXPECT_TRUE(graph.vpcOf(BlockId("nobody")).isEmpty());
    EXPECT_EQ(texts(graph.subnetsOfVpc(BlockId("vpc"))), (Ids{"app-a", "app-c"}));
}

TEST(ArchitectureGraph, LeavesOutReferencesToNothing)
{
    auto design = network();
    const auto graph =
        graphOf(design.block("alb", "alb", "vpc", {{"subnets", ids({"app-c", "gone", "app-a", "app-c"})}}));
    EXPECT_EQ(texts(graph.references(BlockId("alb"), "subnets")), (Ids{"app-c", "app-a"}))
        << "in their order, each once";
    EXPECT_EQ(texts(graph.referrers(BlockId("app-a"), "subnets")), Ids{"alb"});
    EXPECT_TRUE(graph.referrers(BlockId("gone"), "subnets").empty());
}

TEST(ArchitectureGraph, AValueThatIsUnsetIsWhatAwsDoes)
{
    auto design = network();
    const auto graph = graphOf(design.block("alb", "alb", "vpc"));
    EXPECT_EQ(graph.value(BlockId("alb"), "scheme").toString(), "internet-facing");
    EXPECT_TRUE(graph.value(BlockId("nobody"), "scheme").isNull());
}

TEST(ArchitectureGraph, FindsSubnetsOwnNamedAndInherited)
{
    auto design = network();
    design.block("server", "ec2-instance", "app-a").block("spring", "spring", "server");
    design.block("db", "rds-instance", "app-a", {{"subnets", ids({"app-a", "app-c"})}});
    design.block("replica", "rds-read-replica", "vpc", {{"source", "db"}});
    design.block("aurora", "aurora-cluster", "vpc")
        .block("writer", "aurora-instance", "app-c", {{"cluster", "aurora"}});
    design.block("eks", "eks-cluster", "vpc", {{"subnets", ids({"app-a", "app-c"})}})
        .block("nodes", "eks-node-group", "eks");
    design.block("pod", "eks-workload", "nodes");
    design.block("asg", "auto-scaling-group", "vpc").set("server", "auto-scaling-group", "asg");
    const auto graph = graphOf(design);
    const auto subnetsOf = [&](const char* id) { return texts(graph.subnetsOf(BlockId(id))); };
    EXPECT_EQ(subnetsOf("app-a"), Ids{"app-a"});
    EXPECT_EQ(subnetsOf("spring"), Ids{"app-a"});
    EXPECT_EQ(subnetsOf("db"), (Ids{"app-a", "app-c"}));
    EXPECT_EQ(subnetsOf("replica"), (Ids{"app-a", "app-c"})) << "where its source may run";
    EXPECT_EQ(subnetsOf("aurora"), Ids{"app-c"});
    EXPECT_EQ(subnetsOf("pod"), (Ids{"app-a", "app-c"}));
    EXPECT_EQ(subnetsOf("asg"), Ids{"app-a"});
    EXPECT_EQ(graph.zonesOf(BlockId("db")), (std::set<std::string>{"a", "c"}));
}

TEST(ArchitectureGraph, AZoneHasItsLetterItsIdOrIsUnknown)
{
    auto design = network();
    design.block("az-x", "availability-zone", "vpc", {{"zone", ""}}).block("odd", "subnet", "az-x");
    design.block("direct", "subnet", "vpc", {{"zone", "b"}}).block("nowhere", "subnet", "vpc");
    const auto graph = graphOf(design);
    EXPECT_EQ(graph.zoneOf(BlockId("app-c")), "c");
    EXPECT_EQ(graph.zoneOf(BlockId("odd")), "az-x");
    EXPECT_EQ(graph.zoneOf(BlockId("direct")), "b");
    EXPECT_EQ(graph.zoneOf(BlockId("nowhere")), "");
}

TEST(ArchitectureGraph, SecurityGroupsAreOwnOrInherited)
{
    auto design = network();
    design.block("server", "ec2-instance", "app-a", {{"security-groups", ids({"sg"})}})
        .block("spring", "spring", "server");
    design.block("aurora", "aurora-cluster", "vpc", {{"security-groups", ids({"sg"})}});
    design.block("writer", "aurora-instance", "app-a", {{"cluster", "aurora"}});
    design.block("db", "rds-instance", "app-a", {{"security-groups", ids({"sg"})}});
    design.block("replica", "rds-read-replica", "app-c", {{"source", "db"}});
    design.block("own", "rds-read-replica", "app-c", {{"source", "db"}, {"security-groups", ids({"sg-2"})}});
    design.block("eks", "eks-cluster", "vpc", {{"security-groups", ids({"sg"})}})
        .block("nodes", "eks-node-group", "eks")
        .block("pod", "eks-workload", "nodes");
    design.block("lt", "launch-template", "vpc", {{"security-groups", ids({"sg-2"})}});
    design.block("asg", "auto-scaling-group", "vpc", {{"launch-template", "lt"}})
        .block("member", "ec2-instance", "app-a", {{"auto-scaling-group", "asg"}});
    const auto graph = graphOf(design);
    const auto groupsOf = [&](const char* id) { return texts(graph.securityGroupsOf(BlockId(id))); };
    for (const char* id : {"server", "spring", "aurora", "writer", "replica", "nodes", "pod"})
        EXPECT_EQ(groupsOf(id), Ids{"sg"}) << id;
    for (const char* id : {"own", "member", "asg"}) EXPECT_EQ(groupsOf(id), Ids{"sg-2"}) << id;
    EXPECT_TRUE(groupsOf("app-a").empty());
}

TEST(ArchitectureGraph, KnowsWhoHasAPublicAddress)
{
    auto design = network();
    design.block("plain", "ec2-instance", "app-a").block("named", "ec2-instance", "app-a", {{"public-ip", true}});
    design.block("eip", "elastic-ip", "app-a").block("fixed", "ec2-instance", "app-a", {{"elastic-ip", "eip"}});
    design.block("linked", "ec2-instance", "app-a").connect("eip", "linked", "", "attach");
    design.set("app-c", "auto-assign-public-ip", true)
        .block("given", "ec2-instance", "app-c")
        .block("refused", "ec2-instance", "app-c", {{"public-ip", false}});
    design.block("db", "rds-instance", "app-c")
        .block("open-db", "rds-instance", "app-a", {{"publicly-accessible", true}});
    design.block("spring", "spring", "given");
    const auto graph = graphOf(design);
    for (const char* id : {"named", "fixed", "linked", "given", "open-db", "spring"})
        EXPECT_TRUE(graph.hasPublicAddress(BlockId(id))) << id;
    for (const char* id : {"plain", "refused", "db"}) EXPECT_FALSE(graph.hasPublicAddress(BlockId(id))) << id;
}

TEST(ArchitectureGraph, FindsTheTargetsOfALoadBalancer)
{
    auto design = network();
    design.block("one", "ec2-instance", "app-a")
        .block("two", "ec2-instance", "app-c")
        .block("three", "ec2-instance", "app-c");
    design.block("tg", "target-group", "vpc", {{"port", 8080}, {"targets", ids({"one"})}});
    design.block("asg", "auto-scaling-group", "vpc", {{"target-groups", ids({"tg"})}});
    design.block("alb", "alb", "vpc", {{"listeners", rows({row({{"port", 443}, {"target", "tg"}})})}});
    design.connect("tg", "two", "", "attach").connect("alb", "one", "9000").connect("alb", "three", "9000");
    const auto graph = graphOf(design);
    Ids found;
    for (const Target& target : graph.targetsOf(BlockId("alb")))
        found.push_back(target.block.text() + ":" + target.ports);
    EXPECT_EQ(found, (Ids{"one:8080", "asg:8080", "two:8080", "three:9000"}))
        << "what the group says counts, drawn directly only what it does not";
}

TEST(ArchitectureGraph, IndexesConnectionsByTheirEnds)
{
    auto design = network();
    design.block("users", "users")
        .block("server", "ec2-instance", "app-a")
        .connect("users", "server", "443")
        .connect("server", "users", "", "event");
    const auto graph = graphOf(design);
    ASSERT_EQ(graph.outgoing(BlockId("users")).size(), 1u);
    EXPECT_EQ(graph.outgoing(BlockId("users"))[0].text(), "users-server");
    EXPECT_EQ(graph.incoming(BlockId("users"))[0].text(), "server-users");
    EXPECT_TRUE(graph.outgoing(BlockId("vpc")).empty());
}

}  // namespace
}  // namespace lintel::model::graph
