#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

Value defaultTo(const char* target) { return rows({row({{"destination", "0.0.0.0/0"}, {"target", target}})}); }

/// A public subnet, and a private one that leaves through NAT.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("rt-public", "route-table", "vpc", {{"routes", defaultTo("igw")}})
        .block("rt-app", "route-table", "vpc", {{"routes", defaultTo("nat")}});
    design.block("front", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("back", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt-app"}});
    design.block("eip", "elastic-ip", "front").block("nat", "nat-gateway", "front", {{"elastic-ip", "eip"}});
    return design.block("pay", "generic-external").block("bucket", "s3-bucket").block("users", "users");
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "eni-without-public-ip");
}

TEST(EniWithoutPublicIp, FindsAFunctionInAPublicSubnetAndMovesIt)
{
    const auto document =
        design().block("fn", "lambda", "vpc", {{"subnets", ids({"front"})}}).connect("fn", "pay", "443").build();
    const auto found = findingsOf(document, "eni-without-public-ip");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.eni-without-public-ip.lambda");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"fn"});
    ASSERT_EQ(found[0].fixes.size(), 1u) << "a function can have no address";
    support::expectFixes(document, found[0], "move-to-private-subnets");
}

TEST(EniWithoutPublicIp, AServerOrATaskMayBeGivenAnAddress)
{
    const auto server = design().block("server", "ec2-instance", "front").connect("server", "pay", "443").build();
    const auto found = findingsOf(server, "eni-without-public-ip");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(server, found[0], "public-address");
    EXPECT_FALSE(found[0].fixes[0].automatic);

    const auto task = design()
                          .block("task", "ecs-service", "front", {{"assign-public-ip", false}})
                          .connect("task", "pay", "443")
                          .build();
    const auto ofTask = findingsOf(task, "eni-without-public-ip");
    ASSERT_EQ(ofTask.size(), 1u);
    support::expectFixes(task, ofTask[0], "public-address");
}

TEST(EniWithoutPublicIp, IsSilentWithAnAddressOrBehindNat)
{
    EXPECT_TRUE(
        findings(
            design().block("server", "ec2-instance", "front", {{"public-ip", true}}).connect("server", "pay", "443"))
            .empty());
    EXPECT_TRUE(findings(design()
                             .set("front", "auto-assign-public-ip", true)
                             .block("server", "ec2-instance", "front")
                             .connect("server", "pay", "443"))
                    .empty());
    EXPECT_TRUE(
        findings(design().block("fn", "lambda", "vpc", {{"subnets", ids({"back"})}}).connect("fn", "pay", "443"))
            .empty());
}

TEST(EniWithoutPublicIp, IsSilentOutsideOfAVpcAndWithoutCalls)
{
    EXPECT_TRUE(findings(design().block("fn", "lambda").connect("fn", "pay", "443")).empty())
        << "Lambda's own network leads out";
    EXPECT_TRUE(findings(design().block("server", "ec2-instance", "front").connect("users", "server", "443")).empty());
}

TEST(EniWithoutPublicIp, AnEndpointIsAnotherWayToAService)
{
    auto draft = design();
    draft.block("fn", "lambda", "vpc", {{"subnets", ids({"front"})}}).connect("fn", "bucket", "443");
    EXPECT_EQ(findings(draft).size(), 1u);
    EXPECT_TRUE(findings(draft.block("s3", "vpc-endpoint-gateway", "vpc",
                                     {{"service", "s3"}, {"route-tables", ids({"rt-public"})}}))
                    .empty());
}

}  // namespace
}  // namespace lintel
