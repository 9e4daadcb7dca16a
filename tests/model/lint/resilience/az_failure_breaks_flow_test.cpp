#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "az-failure-breaks-flow";

TEST(AzFailureBreaksFlow, FindsAServiceInOneZone)
{
    const auto document = webDesign().set("tg", "targets", ids({"app-a"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"az-a"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"app-a"});
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(AzFailureBreaksFlow, ProfileSoftensIt)
{
    auto design = webDesign().profile("small").remove("app-c");
    design.block("app-b", "ec2-instance", "private-a", {{"role", "application"}, {"ports", "8080"}});
    const auto found = findingsOf(design.set("tg", "targets", ids({"app-a", "app-b"})).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_FALSE(found[0].asksDecision);
}

TEST(AzFailureBreaksFlow, OneServerOfASmallServiceIsAChoice)
{
    const auto found = findingsOf(webDesign().profile("small").set("tg", "targets", ids({"app-a"})).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].message.id, "rule.az-failure-breaks-flow.one-server");
    EXPECT_TRUE(found[0].asksDecision);
}

TEST(AzFailureBreaksFlow, IsSilentWhileSomethingAnswers)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    auto design = webDesign();
    design.block("admin", "ec2-instance", "private-a", {{"role", "application"}}).connect("alb", "admin", "8081");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << "the rest goes on";
}

TEST(AzFailureBreaksFlow, IsSilentWhereZonesOrPeopleAreNotDrawn)
{
    auto design = webDesign().set("tg", "targets", ids({"app-a"}));
    EXPECT_TRUE(findingsOf(design.remove("users-alb").build(), kRule).empty());
    auto undrawn =
        support::DesignBuilder().block("users", "users").block("vpc", "vpc").block("subnet", "subnet", "vpc");
    undrawn.block("api", "ec2-instance", "subnet").connect("users", "api", "80");
    EXPECT_TRUE(findingsOf(undrawn.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
