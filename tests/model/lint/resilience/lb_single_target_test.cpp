#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "lb-single-target";

support::DesignBuilder lonely() { return webDesign().set("tg", "targets", ids({"app-a"})); }

TEST(LbSingleTarget, FindsOneServerBehindALoadBalancer)
{
    const auto found = findingsOf(lonely().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a", "alb"}));
    EXPECT_TRUE(found[0].fixes.empty());
    EXPECT_EQ(findingsOf(lonely().profile("small").build(), kRule).at(0).severity, Severity::Info);
}

TEST(LbSingleTarget, TellsSeveralLoadBalancersOfOneServerOnce)
{
    auto design = lonely();
    design.block("alb-2", "alb", "vpc", {{"scheme", "internet-facing"}}).connect("alb-2", "app-a", "8080");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a", "alb", "alb-2"}));
}

TEST(LbSingleTarget, InsideItIsOnlyInformation)
{
    EXPECT_EQ(findingsOf(lonely().set("alb", "scheme", "internal").build(), kRule).at(0).severity, Severity::Info);
}

TEST(LbSingleTarget, IsSilentForSeveralServers)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    EXPECT_TRUE(findingsOf(lonely().set("app-a", "replicas", 2).build(), kRule).empty());
    auto two = lonely();
    EXPECT_TRUE(findingsOf(two.connect("alb", "app-c", "8081").build(), kRule).empty())
        << "another service behind the same one";
}

TEST(LbSingleTarget, AGroupThatMayGrowIsNotOneServer)
{
    auto design = webDesign();
    design.block("asg", "auto-scaling-group", "vpc", {{"max", 4}}).set("tg", "targets", ids({"asg"}));
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    EXPECT_EQ(findingsOf(design.set("asg", "max", 1).build(), kRule).size(), 1u);
    EXPECT_TRUE(findingsOf(design.set("asg", "max", model::Value()).build(), kRule).empty()) << "nobody says how many";
}

}  // namespace
}  // namespace lintel
