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

constexpr const char* kRule = "sg-open-unused";

support::DesignBuilder appWith(const char* ports)
{
    return webDesign().set("sg-app", "inbound", inboundRule(ports, "sg-alb"));
}

TEST(SgOpenUnused, FindsAPortThatNobodyServesAndKeepsTheRest)
{
    const auto document = appWith("8080,9999").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].message.id, "rule.sg-open-unused.message");
    support::expectFixes(document, found[0], "delete-rule");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg-app"))->property("inbound"), inboundRule("8080", "sg-alb"));
}

TEST(SgOpenUnused, ExplainsThatDownloadsNeedNoRule)
{
    const auto found = findingsOf(appWith("443,8080").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.sg-open-unused.replies");
}

TEST(SgOpenUnused, IsSilentForWhatIsServedOrDrawn)
{
    EXPECT_TRUE(findingsOf(appWith("8080").build(), kRule).empty());
    auto scraped = appWith("8080,9100");
    scraped.block("prometheus", "ec2-instance", "private-a", {{"role", "monitoring"}})
        .connect("prometheus", "app-a", "9100", "observe");
    EXPECT_TRUE(findingsOf(scraped.build(), kRule).empty());
}

TEST(SgOpenUnused, IsSilentForAdministrationAndForRulesAboutEverything)
{
    EXPECT_TRUE(findingsOf(appWith("22,8080").build(), kRule).empty()) << "every host listens for its administrator";
    EXPECT_TRUE(findingsOf(appWith("0-65535").build(), kRule).empty());
}

TEST(SgOpenUnused, IsSilentWhileAMemberDoesNotSayWhatItServes)
{
    EXPECT_TRUE(findingsOf(appWith("8080,9999").set("app-a", "ports", model::Value()).build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(
            webDesign().block("sg-new", "security-group", "vpc", {{"inbound", inboundRule("9999", "sg-alb")}}).build(),
            kRule)
            .empty())
        << "nobody carries it yet";
}

}  // namespace
}  // namespace lintel
