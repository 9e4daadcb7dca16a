#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

DesignBuilder balancer(const char* range)
{
    return twoZones()
        .set("public-c", "cidr", range)
        .block("alb", "alb", "vpc", {{"subnets", ids({"public-a", "public-c"})}});
}

TEST(AlbSubnetSmall, FindsASubnetThatAwsRefuses)
{
    const auto found = findingsOf(balancer("10.0.2.0/28").build(), "alb-subnet-small");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "public-c"}));
    EXPECT_TRUE(findingsOf(balancer("10.0.2.0/28").build(), "subnet-exhaustion").empty()) << "told once";
}

TEST(AlbSubnetSmall, IsSilentFromTwentySevenOn)
{
    EXPECT_TRUE(findingsOf(balancer("10.0.2.0/27").build(), "alb-subnet-small").empty());
}

TEST(AlbSubnetSmall, IsSilentForUnknownRangesAndNetworkLoadBalancers)
{
    EXPECT_TRUE(findingsOf(balancer("").build(), "alb-subnet-small").empty());
    auto nlb =
        twoZones().set("public-c", "cidr", "10.0.2.0/28").block("nlb", "nlb", "vpc", {{"subnets", ids({"public-c"})}});
    EXPECT_TRUE(findingsOf(nlb.build(), "alb-subnet-small").empty());
}

}  // namespace
}  // namespace lintel
