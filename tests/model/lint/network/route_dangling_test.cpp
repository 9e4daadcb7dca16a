#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;
using support::row;
using support::rows;

Value to(const char* target, const char* destination = "0.0.0.0/0")
{
    return row({{"destination", destination}, {"target", target}});
}

DesignBuilder design(Value routes, const char* label = "")
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("rt-public", "route-table", "vpc", {{"routes", rows({to("igw")})}})
        .block("rt", "route-table", "vpc", {{"routes", std::move(routes)}});
    design.block("front", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("app", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    if (*label) design.set("app", "label", label);
    design.block("eip", "elastic-ip", "front").block("nat", "nat-gateway", "front", {{"elastic-ip", "eip"}});
    return design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}}).block("other-igw", "internet-gateway", "other");
}

std::vector<model::lint::Finding> findings(const DesignBuilder& design)
{
    return findingsOf(design.build(), "route-dangling");
}

std::string targetAfter(const model::Document& document, const model::lint::Finding& finding)
{
    const auto fixed = *model::edit::apply(document, finding.fixes.at(0).change);
    const auto& routes = fixed.blocks.find(model::BlockId("rt"))->property("routes").toList();
    return routes.empty() ? std::string() : routes[0]["target"].toString();
}

TEST(RouteDangling, TakesAwayARouteToNothing)
{
    const auto document = design(rows({to("gone"), to("nat", "198.51.100.0/24")})).build();
    const auto found = findingsOf(document, "route-dangling");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"rt"});
    EXPECT_TRUE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "remove-route");
    EXPECT_EQ(targetAfter(document, found[0]), "nat") << "the other route stays";
}

TEST(RouteDangling, PointsTheWayOutOfAPublicSubnetAtTheInternetGateway)
{
    const auto document = design(rows({to("gone")}), "public").build();
    const auto found = findingsOf(document, "route-dangling");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "repair-route");
    EXPECT_EQ(targetAfter(document, found[0]), "igw");
}

TEST(RouteDangling, PointsTheWayOutOfAPrivateSubnetAtTheNatGatewayOfItsZone)
{
    const auto document = design(rows({to("gone")}), "private").build();
    const auto found = findingsOf(document, "route-dangling");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "repair-route");
    EXPECT_EQ(targetAfter(document, found[0]), "nat");
}

TEST(RouteDangling, DoesNotOpenADatabaseUnasked)
{
    const auto found = findings(design(rows({to("gone")}), "public").block("db", "rds-instance", "app"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
}

TEST(RouteDangling, FindsTheGatewayOfAnotherVpc)
{
    const auto document = design(rows({to("other-igw")})).build();
    const auto found = findingsOf(document, "route-dangling");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.route-dangling.elsewhere");
    support::expectFixes(document, found[0], "remove-route");
}

TEST(RouteDangling, FindsARouteWithoutATarget)
{
    const auto found = findings(design(rows({row({{"destination", "0.0.0.0/0"}})})));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.route-dangling.no-target");
    EXPECT_TRUE(findings(design(rows({row({})}))).empty()) << "a row that has just been added";
}

TEST(RouteDangling, FindsADestinationThatIsThereTwice)
{
    const auto found = findings(design(rows({to("nat"), to("igw", "0.0.0.0/0")})));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.route-dangling.twice");
    EXPECT_FALSE(found[0].fixes.at(0).automatic) << "nobody says which one is meant";

    const auto document = design(rows({to("nat"), to("nat", "0.0.0.0/0")})).build();
    const auto same = findingsOf(document, "route-dangling");
    ASSERT_EQ(same.size(), 1u);
    EXPECT_TRUE(same[0].fixes.at(0).automatic);
    support::expectFixes(document, same[0], "remove-route");
}

TEST(RouteDangling, IsSilentForRoutesThatOverlapWithoutBeingTheSame)
{
    EXPECT_TRUE(findings(design(rows({to("nat"), to("igw", "198.51.100.0/24"), to("nat", "198.51.0.0/16")}))).empty());
}

TEST(RouteDangling, APeeringIsForItsTwoVpcsOnly)
{
    auto draft = design(rows({to("pcx", "10.1.0.0/16")}));
    draft.block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    EXPECT_TRUE(findings(draft).empty());
    draft.block("third", "vpc").set("pcx", "requester", "third");
    EXPECT_EQ(findings(draft).size(), 1u);
    EXPECT_TRUE(findings(draft.set("pcx", "requester", Value()).set("pcx", "accepter", Value())).empty())
        << "nobody says yet";
}

}  // namespace
}  // namespace lintel
