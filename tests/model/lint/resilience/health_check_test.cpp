#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "health-check";

support::DesignBuilder scaled(model::Value type)
{
    auto design = webDesign();
    return design.block(
        "asg", "auto-scaling-group", "vpc",
        {{"min", 2}, {"max", 4}, {"target-groups", ids({"tg"})}, {"health-check-type", std::move(type)}});
}

TEST(HealthCheck, FindsAGroupThatOnlyLooksAtTheMachine)
{
    const auto document = scaled("ec2").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "elb-health-check");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(HealthCheck, IsSilentForTheLoadBalancersCheck) { EXPECT_TRUE(findingsOf(scaled("elb").build(), kRule).empty()); }

TEST(HealthCheck, AGroupWithoutALoadBalancerHasNothingElseToAsk)
{
    EXPECT_TRUE(findingsOf(scaled("ec2").set("asg", "target-groups", model::Value()).build(), kRule).empty());
}

TEST(HealthCheck, FindsATargetGroupWithoutOne)
{
    const auto document = webDesign().set("tg", "health-check", "none").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.health-check.targets");
    support::expectFixes(document, found[0], "health-path");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "where it answers nobody said";
    EXPECT_TRUE(findingsOf(webDesign().set("tg", "health-check", model::Value()).build(), kRule).empty()) << "unknown";
}

}  // namespace
}  // namespace lintel
