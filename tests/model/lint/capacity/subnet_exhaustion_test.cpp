#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

DesignBuilder group(int servers)
{
    return twoZones()
        .set("app-a", "cidr", "10.0.1.0/27")
        .block("asg", "auto-scaling-group", "vpc", {{"subnets", ids({"app-a"})}, {"max", servers}});
}

TEST(SubnetExhaustion, FindsASubnetThatIsTooSmall)
{
    const auto found = findingsOf(group(28).build(), "subnet-exhaustion");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app-a"});
}

TEST(SubnetExhaustion, WarnsFromEightyPercentOn)
{
    const auto found = findingsOf(group(22).build(), "subnet-exhaustion");
    ASSERT_EQ(found.size(), 1u) << "22 of 27";
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_TRUE(findingsOf(group(21).build(), "subnet-exhaustion").empty());
}

TEST(SubnetExhaustion, IsSilentForUnknownSizesAndRanges)
{
    EXPECT_TRUE(findingsOf(group(28).set("asg", "max", {}).build(), "subnet-exhaustion").empty());
    EXPECT_TRUE(findingsOf(group(28).set("app-a", "cidr", {}).build(), "subnet-exhaustion").empty());
}

}  // namespace
}  // namespace lintel
