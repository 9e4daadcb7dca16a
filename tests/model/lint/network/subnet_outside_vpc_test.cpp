#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;

DesignBuilder design(model::Properties vpc, const char* subnet)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", std::move(vpc)).block("az", "availability-zone", "vpc");
    design.block("first", "subnet", "az", {{"cidr", "10.0.0.0/24"}}).block("app", "subnet", "az", {{"cidr", subnet}});
    return design;
}

TEST(SubnetOutsideVpc, FindsARangeElsewhereAndMovesItToAFreeBlock)
{
    const auto document = design({{"cidr", "10.0.0.0/16"}}, "10.1.0.0/24").build();
    const auto found = findingsOf(document, "subnet-outside-vpc");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app", "vpc"}));
    support::expectFixes(document, found[0], "move-subnet-range");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("app"))->property("cidr").toString(), "10.0.1.0/24");
}

TEST(SubnetOutsideVpc, FindsASubnetWiderThanItsVpcWithoutAFix)
{
    const auto found = findingsOf(design({{"cidr", "10.0.0.0/20"}}, "10.0.0.0/16").build(), "subnet-outside-vpc");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty()) << "no block of that size fits";
}

TEST(SubnetOutsideVpc, IsSilentForTheLastBlockOfTheVpc)
{
    EXPECT_TRUE(findingsOf(design({{"cidr", "10.0.0.0/16"}}, "10.0.255.240/28").build(), "subnet-outside-vpc").empty());
}

TEST(SubnetOutsideVpc, IsSilentForASecondaryRange)
{
    const auto document =
        design({{"cidr", "10.0.0.0/16"}, {"secondary-cidrs", support::ids({"10.1.0.0/16"})}}, "10.1.0.0/24").build();
    EXPECT_TRUE(findingsOf(document, "subnet-outside-vpc").empty());
}

TEST(SubnetOutsideVpc, IsSilentWhileRangesAreNotDrawn)
{
    EXPECT_TRUE(findingsOf(design({}, "10.1.0.0/24").build(), "subnet-outside-vpc").empty());
    EXPECT_TRUE(findingsOf(design({{"cidr", "10.0.0.0/16"}}, "").build(), "subnet-outside-vpc").empty());
}

}  // namespace
}  // namespace lintel
