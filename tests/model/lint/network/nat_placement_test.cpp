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

/// A public and a private subnet; the private one leaves through `nat`, which stands in `place`.
DesignBuilder design(const char* place, model::Properties nat = {{"elastic-ip", "eip"}})
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("rt-public", "route-table", "vpc", {{"routes", defaultTo("igw")}});
    design.block("rt-private", "route-table", "vpc", {{"routes", defaultTo("nat")}});
    design.block("front", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("back", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt-private"}});
    design.block("nat", "nat-gateway", place, std::move(nat));
    return design.block("eip", "elastic-ip", place);
}

TEST(NatPlacement, MovesAGatewayThatSendsToItself)
{
    const auto document = design("back").build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.nat-placement.behind-nat");
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"nat", "back"}));
    support::expectFixes(document, found[0], "move-to-public-subnet");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed.blocks.find(model::BlockId("nat"))->parent, model::BlockId("front"));
    EXPECT_EQ(fixed.blocks.find(model::BlockId("eip"))->parent, model::BlockId("front")) << "the address goes along";
}

TEST(NatPlacement, FindsAPrivateSubnetWithoutAnyWay)
{
    auto draft = design("back");
    draft.remove("front").set("rt-private", "routes", Value());
    const auto document = draft.build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nat-placement.message");
    support::expectFixes(document, found[0], "move-to-public-subnet");
}

TEST(NatPlacement, RoutesASubnetThatIsMeantToBePublic)
{
    auto draft = design("back");
    draft.set("back", "label", "public").set("rt-private", "routes", Value());
    const auto document = draft.build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].fixes.at(0).id, "route-to-internet-gateway");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "route-to-internet-gateway");
}

TEST(NatPlacement, FindsAMissingAddress)
{
    const auto document = design("front", {}).build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nat-placement.no-address");
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    support::expectFixes(document, found[0], "allocate-elastic-ip");
}

TEST(NatPlacement, OnlyWarnsWhileNoRouteLeadsToIt)
{
    const auto found =
        findingsOf(design("front", {}).set("rt-private", "routes", support::rows({})).build(), "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Warning);
}

TEST(NatPlacement, SettlesPlaceAndAddressTogether)
{
    const auto document = design("back", {}).build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "move-to-public-subnet");
}

TEST(NatPlacement, IsSilentInAPublicSubnetWithAnAddress)
{
    EXPECT_TRUE(findingsOf(design("front").build(), "nat-placement").empty());
    EXPECT_TRUE(findingsOf(design("front", {}).connect("eip", "nat", "", "attach").build(), "nat-placement").empty());
}

TEST(NatPlacement, IsSilentWhileRoutesAreNotDrawn)
{
    auto draft = design("back");
    EXPECT_TRUE(findingsOf(draft.set("back", "route-table", Value()).build(), "nat-placement").empty());
}

TEST(NatPlacement, ARegionalOneNeedsNoSubnet)
{
    EXPECT_TRUE(findingsOf(design("vpc", {{"availability-mode", "regional"}}).build(), "nat-placement").empty());
}

TEST(NatPlacement, FindsAPrivateOneRoutedToTheInternetGateway)
{
    const auto document = design("front", {{"connectivity", "private"}}).build();
    const auto found = findingsOf(document, "nat-placement");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nat-placement.private-nat");
    support::expectFixes(document, found[0], "make-public");
    EXPECT_TRUE(findingsOf(design("back", {{"connectivity", "private"}}).build(), "nat-placement").empty());
}

}  // namespace
}  // namespace lintel
