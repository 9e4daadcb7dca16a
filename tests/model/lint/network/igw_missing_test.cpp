#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;

/// One subnet with an empty route table, and no gateway.
DesignBuilder network()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("rt", "route-table", "vpc");
    return design.block("front", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}});
}

model::Document fixed(const model::Document& document, const model::lint::Finding& finding)
{
    return *model::edit::apply(document, finding.fixes.at(0).change);
}

bool isPublic(const model::Document& document, const char* subnet)
{
    const model::graph::ArchitectureGraph graph(document, model::embedded::catalogue());
    return model::analysis::Routes(graph).isPublic(model::BlockId(subnet));
}

TEST(IgwMissing, FindsAnInternetFacingLoadBalancerAndOpensItsSubnet)
{
    const auto document = network().block("alb", "alb", "vpc", {{"subnets", support::ids({"front"})}}).build();
    const auto found = findingsOf(document, "igw-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "add-internet-gateway");
    EXPECT_TRUE(isPublic(fixed(document, found[0]), "front"));
}

TEST(IgwMissing, FindsPublicAddressesAndNatGateways)
{
    EXPECT_EQ(
        findingsOf(network().block("server", "ec2-instance", "front", {{"public-ip", true}}).build(), "igw-missing")
            .size(),
        1u);
    auto withAddress = network();
    withAddress.block("eip", "elastic-ip", "front")
        .block("server", "ec2-instance", "front")
        .connect("eip", "server", "", "attach");
    EXPECT_EQ(findingsOf(withAddress.build(), "igw-missing").size(), 1u);
    EXPECT_EQ(findingsOf(network().block("nat", "nat-gateway", "front").build(), "igw-missing").size(), 1u);
}

TEST(IgwMissing, IsSilentForWhatStaysInside)
{
    auto design = network();
    design.block("server", "ec2-instance", "front").block("alb", "alb", "vpc", {{"scheme", "internal"}});
    design.block("nat", "nat-gateway", "front", {{"connectivity", "private"}});
    EXPECT_TRUE(findingsOf(design.build(), "igw-missing").empty());
}

TEST(IgwMissing, IsSilentWithAGatewayWhateverTheRoutes)
{
    auto design = network();
    design.block("igw", "internet-gateway", "vpc").block("alb", "alb", "vpc", {{"subnets", support::ids({"front"})}});
    EXPECT_TRUE(findingsOf(design.build(), "igw-missing").empty());
}

TEST(IgwMissing, DoesNotTakeTheGatewayOfAnotherVpc)
{
    auto design = network();
    design.block("other", "vpc").block("igw", "internet-gateway", "other").block("alb", "alb", "vpc");
    EXPECT_EQ(findingsOf(design.build(), "igw-missing").size(), 1u);
}

TEST(IgwMissing, AVpcOriginNeedsTheGatewayButNoRoute)
{
    auto design = network();
    design.block("cdn", "cloudfront")
        .block("alb", "alb", "vpc", {{"scheme", "internal"}, {"subnets", support::ids({"front"})}});
    const auto document = design.connect("cdn", "alb", "443").build();
    const auto found = findingsOf(document, "igw-missing");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-internet-gateway");
    EXPECT_FALSE(isPublic(fixed(document, found[0]), "front"));
}

TEST(IgwMissing, DoesNotOpenASubnetThatHoldsData)
{
    auto design = network();
    design.block("alb", "alb", "vpc", {{"subnets", support::ids({"front"})}}).block("db", "rds-instance", "front");
    const auto document = design.build();
    const auto found = findingsOf(document, "igw-missing");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-internet-gateway");
    EXPECT_FALSE(isPublic(fixed(document, found[0]), "front"));
}

TEST(IgwMissing, LeavesTheOthersOfASharedTableAlone)
{
    auto design = network();
    design.block("back", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    design.block("alb", "alb", "vpc", {{"subnets", support::ids({"front"})}});
    const auto document = design.build();
    const auto after = fixed(document, findingsOf(document, "igw-missing").at(0));
    EXPECT_TRUE(isPublic(after, "front"));
    EXPECT_FALSE(isPublic(after, "back"));
}

TEST(IgwMissing, FindsTwoGatewaysAndKeepsOne)
{
    auto design = network();
    design.block("igw", "internet-gateway", "vpc").block("igw-2", "internet-gateway", "vpc");
    design.set("rt", "routes", support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", "igw-2"}})}));
    const auto document = design.build();
    const auto found = findingsOf(document, "igw-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.igw-missing.several");
    support::expectFixes(document, found[0], "keep-one-gateway");
    const auto after = fixed(document, found[0]);
    EXPECT_TRUE(isPublic(after, "front")) << "its route follows";
    EXPECT_FALSE(after.blocks.contains(model::BlockId("igw-2")));
}

}  // namespace
}  // namespace lintel
