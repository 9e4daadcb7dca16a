#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;

/// A VPC with an internet gateway and a NAT gateway; `app` uses the table.
DesignBuilder design(const char* table, model::Properties subnet)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("open", "route-table", "vpc",
                 {{"routes", support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("nat-table", "route-table", "vpc",
                 {{"routes", support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})})}});
    design.block("local", "route-table", "vpc");
    design.block("edge", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "open"}});
    design.block("eip", "elastic-ip", "edge").block("nat", "nat-gateway", "edge", {{"elastic-ip", "eip"}});
    subnet.insert({"cidr", model::Value("10.0.1.0/24")});
    if (*table) subnet.insert({"route-table", model::Value(table)});
    return design.block("app", "subnet", "az", std::move(subnet));
}

DesignBuilder named(const char* table, const char* name)
{
    model::edit::Transaction transaction(design(table, {}).build());
    model::Block block = *transaction.block(model::BlockId("app"));
    block.name = name;
    transaction.put(block);
    return DesignBuilder(transaction.document());
}

std::size_t findings(DesignBuilder design) { return findingsOf(design.build(), "label-vs-route").size(); }

TEST(LabelVsRoute, FindsAPublicSubnetThatIsNotAndRoutesIt)
{
    const auto document = design("local", {{"label", "public"}}).build();
    const auto found = findingsOf(document, "label-vs-route");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app"});
    ASSERT_EQ(found[0].fixes.size(), 2u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "route-to-internet-gateway");
    support::expectFixes(document, found[0], "call-it-private");
}

TEST(LabelVsRoute, DoesNotTakeAWorkingWayOutUnasked)
{
    const auto found = findingsOf(design("nat-table", {{"label", "public"}}).build(), "label-vs-route");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(LabelVsRoute, DoesNotOpenADatabaseUnasked)
{
    const auto found =
        findingsOf(design("local", {{"label", "public"}}).block("db", "rds-instance", "app").build(), "label-vs-route");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(LabelVsRoute, FindsAPrivateSubnetThatIsPublic)
{
    const auto document = design("open", {{"label", "private"}}).build();
    const auto found = findingsOf(document, "label-vs-route");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.label-vs-route.not-private");
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app", "open", "igw"}));
    support::expectFixes(document, found[0], "private-route-table");
    support::expectFixes(document, found[0], "call-it-public");
    EXPECT_EQ(findings(design("open", {{"label", "isolated"}})), 1u);
}

TEST(LabelVsRoute, IsSilentWhereBothAgree)
{
    EXPECT_EQ(findings(design("open", {{"label", "public"}})), 0u);
    EXPECT_EQ(findings(design("nat-table", {{"label", "private"}})), 0u);
    EXPECT_EQ(findings(design("local", {{"label", "isolated"}})), 0u);
    EXPECT_EQ(findings(design("nat-table", {{"label", "isolated"}})), 0u) << "a way out does not make it public";
    EXPECT_EQ(findings(design("open", {})), 0u) << "nobody has called it anything";
}

TEST(LabelVsRoute, IsSilentWhileNoRouteTableIsDrawn) { EXPECT_EQ(findings(design("", {{"label", "public"}})), 0u); }

TEST(LabelVsRoute, ReadsNamesInBothLanguages)
{
    EXPECT_EQ(findings(named("local", "Public subnet A")), 1u);
    EXPECT_EQ(findings(named("local", "퍼블릭 서브넷 A")), 1u);
    EXPECT_EQ(findings(named("open", "프라이빗 앱 A")), 1u);
    EXPECT_EQ(findings(named("open", "app-prv-a")), 1u);
    EXPECT_EQ(findings(named("open", "publisher")), 0u);
    EXPECT_EQ(findings(named("local", "republic")), 0u) << "a word, not a part of one";
    EXPECT_EQ(findings(named("local", "public to private")), 0u) << "says both";
}

TEST(LabelVsRoute, TheLabelCountsMoreThanTheName)
{
    EXPECT_EQ(findings(named("nat-table", "public").set("app", "label", "private")), 0u);
}

}  // namespace
}  // namespace lintel
