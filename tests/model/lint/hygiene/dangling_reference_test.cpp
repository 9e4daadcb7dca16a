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

constexpr const char* kRule = "dangling-reference";

TEST(DanglingReference, FindsNamesThatLeadNowhere)
{
    auto design = webDesign().set("private-a", "route-table", "nosuch");
    design.set("app-a", "security-groups", ids({"sg-app", "sg-gone"}));
    const auto document = design.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app-a"});
    EXPECT_EQ(found[0].message.arguments[1].value, "security-groups: sg-gone");
    EXPECT_EQ(found[1].subjects, std::vector<std::string>{"private-a"});
    for (const auto& one : found) {
        support::expectFixes(document, one, "drop-reference");
        EXPECT_FALSE(one.fixes[0].automatic) << "more likely it is misspelt";
    }
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("app-a"))->property("security-groups"), ids({"sg-app"}));
}

TEST(DanglingReference, LooksIntoTables)
{
    const auto document =
        webDesign()
            .set("alb", "listeners",
                 rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"certificate", "cert-gone"}, {"target", "tg"}})}))
            .build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "drop-reference");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("alb"))->property("listeners"),
              rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"target", "tg"}})}));
}

TEST(DanglingReference, IsSilentForWhatIsThereAndForTextThatIsNoName)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(webDesign().set("sg-alb", "inbound", inboundRule("443", "cloudfront")).build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(webDesign().set("app-a", "description", "nosuch").set("app-a", "unknown-key", "nosuch").build(),
                   kRule)
            .empty());
}

TEST(DanglingReference, LeavesRoutesToTheRuleForThem)
{
    const auto document =
        webDesign()
            .set("rt-private", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nosuch"}})}))
            .build();
    EXPECT_TRUE(findingsOf(document, kRule).empty());
    EXPECT_EQ(findingsOf(document, "route-dangling").size(), 1u);
}

}  // namespace
}  // namespace lintel
