#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "lb-scheme-mismatch";

TEST(LbSchemeMismatch, FindsAnInternetFacingOneInPrivateSubnets)
{
    const auto document = webDesign().set("alb", "subnets", ids({"public-a", "private-c"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"alb", "private-c", "rt-private"}));
    support::expectFixes(document, found[0], "move-subnets");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("alb"))->property("subnets"), ids({"public-a", "public-c"}));
}

TEST(LbSchemeMismatch, AnInternalOneInPublicSubnetsIsOnlyInformation)
{
    const auto document = webDesign().set("alb", "scheme", "internal").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    support::expectFixes(document, found[0], "move-subnets");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(LbSchemeMismatch, OffersNoFixWithoutASubnetOnTheRightSide)
{
    const auto document = webDesign().remove("public-c").set("alb", "subnets", ids({"public-a", "private-c"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(LbSchemeMismatch, IsSilentOnTheRightSide)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(
            webDesign().set("alb", "scheme", "internal").set("alb", "subnets", ids({"private-a", "private-c"})).build(),
            kRule)
            .empty());
}

TEST(LbSchemeMismatch, IsSilentWhileRoutesAreNotDrawn)
{
    auto design = webDesign().set("alb", "subnets", ids({"private-a", "private-c"}));
    for (const char* subnet : {"private-a", "private-c"}) design.set(subnet, "route-table", model::Value());
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
