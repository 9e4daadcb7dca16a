#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

Value defaultTo(const char* target)
{
    return support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", target}})});
}

/// Two zones, each with a public and a private subnet; both private ones share a table to the gateway of zone a.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt-public", "route-table", "vpc", {{"routes", defaultTo("igw")}});
    design.block("rt-app", "route-table", "vpc", {{"routes", defaultTo("nat-a")}});
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}})
        .block("az-c", "availability-zone", "vpc", {{"zone", "c"}});
    design.block("public-a", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("public-c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt-public"}});
    design.block("app-a", "subnet", "az-a", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt-app"}});
    design.block("app-c", "subnet", "az-c", {{"cidr", "10.0.3.0/24"}, {"route-table", "rt-app"}});
    design.block("eip-a", "elastic-ip", "public-a");
    design.block("s3", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", support::ids({"rt-app"})}});
    return design.block("nat-a", "nat-gateway", "public-a", {{"elastic-ip", "eip-a"}});
}

TEST(NatAzDependence, FindsTheOtherZoneAndGivesItAGatewayOfItsOwn)
{
    const auto document = design().build();
    const auto found = findingsOf(document, "nat-az-dependence");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"nat-a"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app-c", "nat-a"}));
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "nat-per-zone");

    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    const model::graph::ArchitectureGraph graph(fixed, model::embedded::catalogue());
    const model::analysis::Routes routes(graph);
    const auto wayOut = [&](const char* subnet) {
        return routes.routeTo(model::BlockId(subnet), {0, 0})->target.text();
    };
    EXPECT_EQ(wayOut("app-a"), "nat-a");
    EXPECT_EQ(graph.block(model::BlockId(wayOut("app-c")))->parent, model::BlockId("public-c"));
    EXPECT_EQ(graph.references(model::BlockId("s3"), "route-tables").size(), 2u) << "the new table keeps the endpoint";
}

TEST(NatAzDependence, IsAChoiceInASmallDesign)
{
    const auto found = findingsOf(design().profile("small").build(), "nat-az-dependence");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_FALSE(found[0].fixes[0].automatic) << "another gateway costs money: people decide";
}

TEST(NatAzDependence, TakesTheGatewayThatTheZoneHas)
{
    auto draft = design();
    draft.block("eip-c", "elastic-ip", "public-c").block("nat-c", "nat-gateway", "public-c", {{"elastic-ip", "eip-c"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "nat-az-dependence");
    ASSERT_EQ(found.size(), 1u);
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    const model::graph::ArchitectureGraph graph(fixed, model::embedded::catalogue());
    EXPECT_EQ(graph.blocksOfKind("nat-gateway").size(), 2u);
}

TEST(NatAzDependence, IsSilentForOneGatewayPerZone)
{
    auto draft = design();
    draft.block("rt-c", "route-table", "vpc", {{"routes", defaultTo("nat-c")}}).set("app-c", "route-table", "rt-c");
    draft.block("eip-c", "elastic-ip", "public-c").block("nat-c", "nat-gateway", "public-c", {{"elastic-ip", "eip-c"}});
    EXPECT_TRUE(findingsOf(draft.build(), "nat-az-dependence").empty());
}

TEST(NatAzDependence, IsSilentForARegionalGatewayAndForOneZone)
{
    EXPECT_TRUE(
        findingsOf(design().set("nat-a", "availability-mode", "regional").build(), "nat-az-dependence").empty());
    EXPECT_TRUE(findingsOf(design().remove("app-c").build(), "nat-az-dependence").empty());
}

TEST(NatAzDependence, IsSilentWhileAZoneIsUnknown)
{
    EXPECT_TRUE(
        findingsOf(design().block("app-c", "subnet", "vpc", {{"route-table", "rt-app"}}).build(), "nat-az-dependence")
            .empty());
}

}  // namespace
}  // namespace lintel
