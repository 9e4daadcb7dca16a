#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::twoZones;

DesignBuilder twoGroups()
{
    return twoZones()
        .block("used", "security-group", "vpc")
        .block("left", "security-group", "vpc")
        .block("api", "ec2-instance", "app-a", {{"security-groups", ids({"used"})}});
}

TEST(Orphan, FindsAGroupThatNobodyCarries)
{
    const auto document = twoGroups().build();
    const auto found = findingsOf(document, "orphan");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"left"});
    support::expectFixes(document, found[0], "remove");
}

TEST(Orphan, FindsATableAndATargetGroupThatNobodyNames)
{
    auto draft = support::twoServers({}).block("rt-old", "route-table", "vpc").block("tg-old", "target-group", "vpc");
    const auto found = findingsOf(draft.build(), "orphan");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"rt-old"});
    EXPECT_EQ(found[1].subjects, std::vector<std::string>{"tg-old"});
}

TEST(Orphan, ItsOwnRuleIsNoUse)
{
    const auto self = rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "left"}})});
    EXPECT_EQ(findingsOf(twoGroups().set("left", "inbound", self).build(), "orphan").size(), 1u);
}

TEST(Orphan, IsSilentForWhatARuleNamesForTheMainTableAndBeforeAnythingIsWired)
{
    const auto source = rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "left"}})});
    EXPECT_TRUE(findingsOf(twoGroups().set("used", "inbound", source).build(), "orphan").empty());
    EXPECT_TRUE(
        findingsOf(twoZones().block("rt-main", "route-table", "vpc", {{"main", true}}).build(), "orphan").empty());
    EXPECT_TRUE(findingsOf(twoGroups().set("api", "security-groups", {}).build(), "orphan").empty());
    EXPECT_TRUE(findingsOf(twoGroups().connect("left", "api", "", "attach").build(), "orphan").empty());
}

}  // namespace
}  // namespace lintel
