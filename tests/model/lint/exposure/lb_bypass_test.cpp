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

constexpr const char* kRule = "lb-bypass";

/// A server behind the load balancer with a public address and a rule of this source.
support::DesignBuilder exposed(const char* source)
{
    auto design = webDesign();
    design.block(
        "app-a", "ec2-instance", "public-a",
        {{"role", "application"}, {"ports", "8080"}, {"public-ip", true}, {"security-groups", ids({"sg-app"})}});
    return design.set("sg-app", "inbound", inboundRule("8080", source));
}

TEST(LbBypass, FindsAServerThatAnswersTheInternetItself)
{
    const auto document = exposed("0.0.0.0/0").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app-a"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt-public", "public-a", "sg-app", "app-a"}));
    support::expectFixes(document, found[0], "only-from-load-balancer");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg-app"))->property("inbound"), inboundRule("8080", "sg-alb"));
}

TEST(LbBypass, MembersOfAnAutoScalingGroupAreTargetsToo)
{
    auto design = exposed("0.0.0.0/0").block("asg", "auto-scaling-group", "vpc", {{"target-groups", ids({"tg"})}});
    design.set("tg", "targets", ids({"app-c"})).set("app-a", "auto-scaling-group", "asg");
    EXPECT_EQ(findingsOf(design.build(), kRule).size(), 1u);
}

TEST(LbBypass, IsSilentWhenOnlyTheLoadBalancerIsLetIn)
{
    EXPECT_TRUE(findingsOf(exposed("sg-alb").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(exposed("203.0.113.10/32").build(), kRule).empty()) << "one office is not the internet";
}

TEST(LbBypass, IsSilentWithoutAPublicAddress)
{
    EXPECT_TRUE(findingsOf(exposed("0.0.0.0/0").set("app-a", "public-ip", false).build(), kRule).empty());
}

TEST(LbBypass, IsSilentBehindAnInternalLoadBalancer)
{
    EXPECT_TRUE(findingsOf(exposed("0.0.0.0/0").set("alb", "scheme", "internal").build(), kRule).empty());
}

TEST(LbBypass, ANetworkLoadBalancerWithoutAGroupNeedsOpenTargets)
{
    auto design = exposed("0.0.0.0/0");
    design.remove("alb").remove("users-alb");
    design.block("nlb", "nlb", "vpc",
                 {{"scheme", "internet-facing"},
                  {"listeners", rows({row({{"protocol", "TCP"}, {"port", 443}, {"target", "tg"}})})}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
