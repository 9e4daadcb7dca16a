#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

/// A VPC with a public subnet in zone a, and a load balancer that names the given subnets.
DesignBuilder design(std::initializer_list<const char*> subnets)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("public-a", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}, {"label", "public"}});
    design.block("alb", "alb", "vpc", {{"scheme", "internet-facing"}});
    if (subnets.size() > 0) design.set("alb", "subnets", support::ids(subnets));
    return design;
}

DesignBuilder& withZoneC(DesignBuilder& design, const char* routeTable)
{
    design.block("az-c", "availability-zone", "vpc", {{"zone", "c"}});
    return design.block("other-c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}, {"route-table", routeTable}});
}

const model::edit::ChangeSet& changeOf(const model::lint::Finding& finding) { return finding.fixes.at(0).change; }

TEST(AlbAzs, FindsOneZoneAndDrawsASubnetInAnother)
{
    const auto document = design({"public-a"}).build();
    const auto found = findingsOf(document, "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "add-zone");

    const auto fixed = model::edit::apply(document, changeOf(found[0]));
    ASSERT_TRUE(fixed);
    const model::Block* added = fixed->blocks.find(model::BlockId("public-c"));
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->property("cidr").toString(), "10.0.1.0/24");
    EXPECT_EQ(added->property("route-table").toString(), "rt") << "as public as the one it stands beside";
}

TEST(AlbAzs, TakesAnExistingPublicSubnetOfAnotherZone)
{
    auto draft = design({"public-a"});
    const auto document = withZoneC(draft, "rt").build();
    const auto found = findingsOf(document, "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-zone");
    EXPECT_EQ(changeOf(found[0]).blocks.size(), 1u) << "only the load balancer changes";
}

TEST(AlbAzs, DoesNotPutAnInternetFacingLoadBalancerIntoAPrivateSubnet)
{
    auto draft = design({"public-a"});
    draft.block("rt-local", "route-table", "vpc");
    const auto document = withZoneC(draft, "rt-local").build();
    const auto found = findingsOf(document, "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    const auto fixed = model::edit::apply(document, changeOf(found[0]));
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("alb"))->property("subnets"), support::ids({"public-a", "public-c"}));
    EXPECT_EQ(fixed->blocks.find(model::BlockId("public-c"))->parent, model::BlockId("az-c"));
}

TEST(AlbAzs, FindsTwoSubnetsOfOneZone)
{
    auto draft = design({"public-a", "public-a2", "other-c"});
    draft.block("public-a2", "subnet", "az-a", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt"}});
    const auto document = withZoneC(draft, "rt").build();
    const auto found = findingsOf(document, "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.alb-azs.same-zone");
    support::expectFixes(document, found[0], "one-per-zone");
}

TEST(AlbAzs, TwoSubnetsOfTheOnlyZoneAreSettledByOneFix)
{
    auto draft = design({"public-a", "public-a2"});
    draft.block("public-a2", "subnet", "az-a", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-zone");
}

TEST(AlbAzs, IsSilentForTwoZones)
{
    auto draft = design({"public-a", "other-c"});
    EXPECT_TRUE(findingsOf(withZoneC(draft, "rt").build(), "alb-azs").empty());
}

TEST(AlbAzs, IsSilentForADraftWithoutSubnets) { EXPECT_TRUE(findingsOf(design({}).build(), "alb-azs").empty()); }

TEST(AlbAzs, IsSilentWhileAZoneIsUnknown)
{
    auto draft = design({"public-a", "somewhere"});
    draft.block("somewhere", "subnet", "vpc", {{"cidr", "10.0.3.0/24"}});
    EXPECT_TRUE(findingsOf(draft.build(), "alb-azs").empty());
}

TEST(AlbAzs, OffersNothingWhenTheVpcIsFull)
{
    auto draft = design({"public-a"});
    draft.set("vpc", "cidr", "10.0.0.0/24");
    const auto found = findingsOf(draft.build(), "alb-azs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

}  // namespace
}  // namespace lintel
