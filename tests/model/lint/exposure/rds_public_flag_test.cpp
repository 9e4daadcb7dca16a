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

constexpr const char* kRule = "rds-public-flag";

support::DesignBuilder withFlag(const char* subnet, const char* source)
{
    auto design = webDesign();
    design.block("sg-db", "security-group", "vpc", {{"inbound", inboundRule("3306", source)}});
    return design.block("rds", "rds-instance", subnet,
                        {{"publicly-accessible", true}, {"security-groups", ids({"sg-db"})}});
}

TEST(RdsPublicFlag, FindsAnAddressThatOnlyTheRulesGuard)
{
    const auto document = withFlag("public-a", "sg-app").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "make-private");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(RdsPublicFlag, AsksBeforeItCutsOffSomebodyOutside)
{
    auto design = withFlag("public-a", "203.0.113.10/32");
    design.block("office", "external-network", "", {{"cidr", "203.0.113.10/32"}}).connect("office", "rds", "3306");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
}

TEST(RdsPublicFlag, LeavesAnOpenDatabaseToTheRuleForIt)
{
    const auto document = withFlag("public-a", "0.0.0.0/0").build();
    EXPECT_TRUE(findingsOf(document, kRule).empty());
    EXPECT_EQ(findingsOf(document, "data-internet-path").size(), 1u);
}

TEST(RdsPublicFlag, IsSilentWithoutTheFlag)
{
    EXPECT_TRUE(
        findingsOf(withFlag("public-a", "sg-app").set("rds", "publicly-accessible", false).build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(withFlag("public-a", "sg-app").set("rds", "publicly-accessible", model::Value()).build(), kRule)
            .empty())
        << "off unless somebody turns it on";
}

}  // namespace
}  // namespace lintel
