#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;
using support::twoServers;

TEST(SessionInMemory, FindsTwoServersWithSessionsOfTheirOwn)
{
    const auto document = twoServers({{"session-storage", "memory"}}).build();
    const auto found = findingsOf(document, "session-in-memory");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"api-a", "api-c"}));
    support::expectFixes(document, found[0], "session-store");
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(SessionInMemory, AGroupThatMayGrowCounts)
{
    EXPECT_EQ(
        findingsOf(scalingGroup({{"session-storage", "memory"}, {"min", 1}, {"max", 4}}).build(), "session-in-memory")
            .size(),
        1u);
    EXPECT_TRUE(
        findingsOf(scalingGroup({{"session-storage", "memory"}, {"min", 1}, {"max", 1}}).build(), "session-in-memory")
            .empty());
}

TEST(SessionInMemory, StickySessionsOnlyPostponeIt)
{
    auto draft = twoServers({{"session-storage", "memory"}}).set("tg", "sticky", true);
    for (const auto& document : {draft.build(), twoServers({{"session-storage", "sticky"}}).build()}) {
        const auto found = findingsOf(document, "session-in-memory");
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].message.id, "rule.session-in-memory.sticky");
    }
}

TEST(SessionInMemory, OnlyLearningSoftensIt)
{
    auto draft = twoServers({{"session-storage", "memory"}});
    EXPECT_EQ(findingsOf(draft.profile("small").build(), "session-in-memory").at(0).severity, Severity::Error);
    EXPECT_EQ(findingsOf(draft.profile("learning").build(), "session-in-memory").at(0).severity, Severity::Info);
}

TEST(SessionInMemory, IsSilentForAStoreForOneServerAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(twoServers({{"session-storage", "redis"}}).build(), "session-in-memory").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "session-in-memory").empty());
    auto one =
        twoServers({{"session-storage", "memory"}}).remove("api-c").set("tg", "targets", support::ids({"api-a"}));
    EXPECT_TRUE(findingsOf(one.build(), "session-in-memory").empty());
    auto stored =
        twoServers({{"session-storage", "memory"}}).block("redis", "elasticache", "vpc", {{"usage", "session"}});
    EXPECT_TRUE(findingsOf(stored.connect("api-a", "redis", "6379").build(), "session-in-memory").empty());
}

}  // namespace
}  // namespace lintel
