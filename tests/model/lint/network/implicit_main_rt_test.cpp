#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

/// A main table, and a public and a private subnet of which only `chosen` names a table.
DesignBuilder design(model::Value mainRoutes)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("main", "route-table", "vpc", {{"main", true}, {"routes", std::move(mainRoutes)}});
    design.block("open", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("front", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}, {"label", "public"}, {"route-table", "open"}});
    return design.block("back", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"label", "private"}});
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "implicit-main-rt");
}

TEST(ImplicitMainRt, FindsTheSubnetThatNamesNoTableAndGivesItOne)
{
    auto draft = design(rows({}));
    draft.block("s3", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", ids({"main"})}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "implicit-main-rt");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"back", "main"}));
    EXPECT_TRUE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "explicit-tables");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed.blocks.find(model::BlockId("back"))->property("route-table").toString(), "rt-private");
    EXPECT_EQ(fixed.blocks.find(model::BlockId("s3"))->property("route-tables"), ids({"main", "rt-private"}));
}

TEST(ImplicitMainRt, IsAWarningWhereTheMainTableLeadsToTheInternet)
{
    const auto document = design(rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})).build();
    const auto found = findingsOf(document, "implicit-main-rt");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.implicit-main-rt.public");
}

TEST(ImplicitMainRt, IsSilentForWhoChoseTheMainTable)
{
    EXPECT_TRUE(findings(design(rows({})).set("back", "route-table", "main")).empty());
}

TEST(ImplicitMainRt, IsSilentWhereEverySubnetIsMeantToBeTheSame)
{
    EXPECT_TRUE(findings(design(rows({})).set("back", "label", "public")).empty());
    EXPECT_TRUE(findings(design(rows({})).set("front", "label", model::Value())).empty());
}

}  // namespace
}  // namespace lintel
