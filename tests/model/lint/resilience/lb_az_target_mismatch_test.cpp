#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "lb-az-target-mismatch";

support::DesignBuilder withNlb(bool crossZone, model::Value targets)
{
    auto design = webDesign();
    design.set("tg", "targets", std::move(targets));
    design.remove("alb").remove("users-alb");
    return design.block("nlb", "nlb", "vpc",
                        {{"scheme", "internal"},
                         {"cross-zone", crossZone},
                         {"subnets", ids({"private-a", "private-c"})},
                         {"listeners", rows({row({{"protocol", "TCP"}, {"port", 8080}, {"target", "tg"}})})}});
}

TEST(LbAzTargetMismatch, FindsAServerWhereTheLoadBalancerIsNot)
{
    auto design = webDesign();
    design.block("az-b", "availability-zone", "vpc", {{"zone", "b"}});
    design.block("private-b", "subnet", "az-b", {{"cidr", "10.0.20.0/24"}, {"route-table", "rt-private"}});
    design.block("app-c", "ec2-instance", "private-b",
                 {{"role", "application"}, {"ports", "8080"}, {"security-groups", ids({"sg-app"})}});
    auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "app-c"}));
    EXPECT_TRUE(found[0].fixes.empty()) << "zone b has no public subnet";

    const auto document =
        design.block("public-b", "subnet", "az-b", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt-public"}}).build();
    found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "enable-zone");
}

TEST(LbAzTargetMismatch, IsSilentForEnabledZonesAndForAnEmptyZoneOfAnAlb)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().set("tg", "targets", ids({"app-a"})).build(), kRule).empty())
        << "an ALB crosses zones by itself";
}

TEST(LbAzTargetMismatch, FindsAnEmptyZoneOfANetworkLoadBalancer)
{
    const auto document = withNlb(false, ids({"app-a"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "cross-zone");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(LbAzTargetMismatch, IsSilentForCrossZoneAndForServersInBoth)
{
    EXPECT_TRUE(findingsOf(withNlb(true, ids({"app-a"})).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(withNlb(false, ids({"app-a", "app-c"})).build(), kRule).empty());
}

TEST(LbAzTargetMismatch, IsSilentWhileZonesAreNotDrawn)
{
    auto design = webDesign().block("open", "subnet", "vpc");
    EXPECT_TRUE(findingsOf(design.set("alb", "subnets", ids({"public-a", "open"})).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
