#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;

DesignBuilder twoSubnets(const char* first, const char* second)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("az", "availability-zone", "vpc");
    design.block("one", "subnet", "az", {{"cidr", first}}).block("two", "subnet", "az", {{"cidr", second}});
    return design;
}

TEST(SubnetOverlap, FindsSharedRangeAndMovesTheLaterSubnet)
{
    const auto document = twoSubnets("10.0.0.0/23", "10.0.1.0/24").build();
    const auto found = support::findingsOf(document, "subnet-overlap");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"two", "one"}));
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    support::expectFixes(document, found[0], "move-subnet-range");
}

TEST(SubnetOverlap, AsksWhenARuleMeansTheOldRange)
{
    auto design = twoSubnets("10.0.0.0/23", "10.0.1.0/24");
    const auto from = [](const char* range) {
        return support::rows({support::row({{"ports", "443"}, {"source", range}})});
    };
    design.block("sg", "security-group", "vpc", {{"inbound", from("10.0.0.0/16")}});
    EXPECT_TRUE(support::findingsOf(design.build(), "subnet-overlap").at(0).fixes.at(0).automatic) << "still means it";
    design.set("sg", "inbound", from("10.0.1.0/24"));
    EXPECT_FALSE(support::findingsOf(design.build(), "subnet-overlap").at(0).fixes.at(0).automatic);
}

TEST(SubnetOverlap, IsSilentForNeighbours)
{
    EXPECT_TRUE(support::findingsOf(twoSubnets("10.0.0.0/24", "10.0.1.0/24").build(), "subnet-overlap").empty());
}

TEST(SubnetOverlap, IsSilentAcrossVpcs)
{
    auto design = twoSubnets("10.0.0.0/24", "10.0.1.0/24");
    design.block("other", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("far", "subnet", "other", {{"cidr", "10.0.0.0/24"}});
    EXPECT_TRUE(support::findingsOf(design.build(), "subnet-overlap").empty());
}

}  // namespace
}  // namespace lintel
