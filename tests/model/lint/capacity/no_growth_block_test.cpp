#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::twoZones;

TEST(NoGrowthBlock, FindsAFullVpc)
{
    const auto document = twoZones().set("vpc", "cidr", "10.0.0.0/22").build();
    const auto found = findingsOf(document, "no-growth-block");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    support::expectFixes(document, found[0], "second-range");
}

TEST(NoGrowthBlock, IsSilentWithRoom)
{
    EXPECT_TRUE(findingsOf(twoZones().set("vpc", "cidr", "10.0.0.0/21").build(), "no-growth-block").empty());
}

TEST(NoGrowthBlock, IsSilentInThreeZonesAndWithoutRanges)
{
    auto three =
        twoZones().set("vpc", "cidr", "10.0.0.0/22").block("az-b", "availability-zone", "vpc", {{"zone", "b"}});
    three.set("public-c", "cidr", "10.0.2.0/25").block("public-b", "subnet", "az-b", {{"cidr", "10.0.2.128/25"}});
    EXPECT_TRUE(findingsOf(three.build(), "no-growth-block").empty());
    EXPECT_TRUE(
        findingsOf(twoZones().set("vpc", "cidr", "10.0.0.0/22").set("app-a", "cidr", {}).build(), "no-growth-block")
            .empty());
}

}  // namespace
}  // namespace lintel
