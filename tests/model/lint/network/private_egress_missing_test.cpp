#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;

Value defaultTo(const char* target)
{
    return support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", target}})});
}

/// A server in a private subnet without a way out, beside a public subnet.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("rt-public", "route-table", "vpc", {{"routes", defaultTo("igw")}})
        .block("rt-app", "route-table", "vpc");
    design.block("front", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("back", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt-app"}});
    design.block("server", "ec2-instance", "back").block("bucket", "s3-bucket").block("queue", "sqs");
    return design.block("internet", "internet").block("pay", "generic-external").block("users", "users");
}

std::size_t findings(DesignBuilder& design) { return findingsOf(design.build(), "private-egress-missing").size(); }

TEST(PrivateEgressMissing, PodsCallThroughTheirNodes)
{
    auto draft = design().block("eks", "eks-cluster", "vpc", {{"subnets", support::ids({"back"})}});
    draft.block("nodes", "eks-node-group", "eks", {{"subnets", support::ids({"back"})}})
        .block("pod", "eks-workload", "nodes");
    const auto found = findingsOf(draft.connect("pod", "queue", "443").build(), "private-egress-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects.front(), "nodes");
    EXPECT_EQ(found[0].message.id, "rule.private-egress-missing.service");
}

TEST(PrivateEgressMissing, FindsACallToTheInternetAndAddsNat)
{
    const auto document = design().connect("server", "pay", "443").connect("server", "internet", "443").build();
    const auto found = findingsOf(document, "private-egress-missing");
    ASSERT_EQ(found.size(), 1u) << "one word about each host";
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "add-nat-gateway");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed.blocks.find(model::BlockId("nat-a"))->parent, model::BlockId("front"));
    EXPECT_TRUE(findingsOf(fixed, "nat-placement").empty());
}

TEST(PrivateEgressMissing, DrawsThePublicSideWhereThereIsNone)
{
    auto draft = design();
    const auto document =
        draft.remove("front").remove("igw").remove("rt-public").connect("server", "pay", "443").build();
    const auto found = findingsOf(document, "private-egress-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "add-nat-gateway");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    for (const char* rule : {"nat-placement", "igw-missing", "label-vs-route"})
        EXPECT_TRUE(findingsOf(fixed, rule).empty()) << rule;
}

TEST(PrivateEgressMissing, SoftwareCallsFromItsHost)
{
    auto draft = design();
    draft.block("spring", "spring", "server").connect("spring", "pay", "443");
    const auto found = findingsOf(draft.build(), "private-egress-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
}

TEST(PrivateEgressMissing, IsSilentWithNatOrAPublicSubnet)
{
    auto draft = design();
    draft.connect("server", "pay", "443").set("rt-app", "routes", defaultTo("nat"));
    draft.block("eip", "elastic-ip", "front").block("nat", "nat-gateway", "front", {{"elastic-ip", "eip"}});
    EXPECT_EQ(findings(draft), 0u);
    auto open = design();
    EXPECT_EQ(findings(open.connect("server", "pay", "443").set("back", "route-table", "rt-public")), 0u);
}

TEST(PrivateEgressMissing, IsSilentWithoutACallOutside)
{
    auto draft = design();
    draft.block("db", "rds-instance", "back").connect("server", "db", "3306").connect("users", "server", "443");
    EXPECT_EQ(findings(draft.connect("server", "users", "443")), 0u);
}

TEST(PrivateEgressMissing, SoftwareOfOnesOwnIsNotOutside)
{
    auto draft = design();
    draft.block("db-host", "ec2-instance", "back").block("mysql", "mysql", "db-host");
    EXPECT_EQ(findings(draft.connect("server", "mysql", "3306")), 0u);
}

TEST(PrivateEgressMissing, IsSilentWhileRoutesAreNotDrawn)
{
    auto draft = design();
    EXPECT_EQ(findings(draft.connect("server", "pay", "443").set("back", "route-table", Value())), 0u);
}

TEST(PrivateEgressMissing, IsSilentForDeploysAndOtherRelations)
{
    auto draft = design();
    EXPECT_EQ(findings(draft.connect("server", "pay", "", "event")), 0u);
}

TEST(PrivateEgressMissing, AFreeEndpointDoesForS3)
{
    const auto document = design().connect("server", "bucket", "443").build();
    const auto found = findingsOf(document, "private-egress-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.private-egress-missing.service");
    EXPECT_EQ(found[0].fixes.at(0).id, "add-endpoints");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "add-endpoints");
    support::expectFixes(document, found[0], "add-nat-gateway");
}

TEST(PrivateEgressMissing, AnInterfaceEndpointIsASuggestion)
{
    const auto document = design().connect("server", "queue", "443").build();
    const auto found = findingsOf(document, "private-egress-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "add-endpoints");
}

TEST(PrivateEgressMissing, TheGatewayEndpointMustBeOnTheSubnetsTable)
{
    auto draft = design();
    draft.connect("server", "bucket", "443")
        .block("s3", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", support::ids({"rt-public"})}});
    EXPECT_EQ(findings(draft), 1u);
    EXPECT_EQ(findings(draft.set("s3", "route-tables", support::ids({"rt-app"}))), 0u);
}

TEST(PrivateEgressMissing, AnImagePullNeedsThreeEndpoints)
{
    auto draft = design();
    draft.block("ecr", "ecr").connect("server", "ecr", "443");
    draft.block("api", "vpc-endpoint-interface", "back", {{"service", "ecr.api"}})
        .block("dkr", "vpc-endpoint-interface", "back", {{"service", "ecr.dkr"}});
    EXPECT_EQ(findings(draft), 1u) << "the layers come from S3";
    draft.block("s3", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", support::ids({"rt-app"})}});
    EXPECT_EQ(findings(draft), 0u);
}

TEST(PrivateEgressMissing, ABlackholeIsNoWayOut)
{
    auto draft = design();
    EXPECT_EQ(findings(draft.connect("server", "pay", "443").set("rt-app", "routes", defaultTo("gone"))), 1u);
}

}  // namespace
}  // namespace lintel
