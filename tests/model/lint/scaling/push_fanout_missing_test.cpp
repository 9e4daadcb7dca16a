#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;
using support::twoServers;

TEST(PushFanoutMissing, FindsStreamsThatShareNothing)
{
    const auto document = twoServers({{"realtime", "sse"}, {"realtime-backplane", "none"}}).build();
    const auto found = findingsOf(document, "push-fanout-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "backplane");
}

TEST(PushFanoutMissing, AQueueIsNoBackplane)
{
    auto draft = twoServers({{"realtime", "websocket"}}).block("queue", "sqs").connect("api-a", "queue", "443");
    EXPECT_EQ(findingsOf(draft.build(), "push-fanout-missing").size(), 1u);
}

TEST(PushFanoutMissing, TheRedisThatIsThereWillDo)
{
    auto draft = twoServers({{"realtime", "sse"}, {"realtime-backplane", "none"}}).block("redis", "elasticache", "vpc");
    const auto document = draft.connect("api-a", "redis", "6379").build();
    const auto found = findingsOf(document, "push-fanout-missing");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "backplane");
    EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)->blocks.size(), document.blocks.size())
        << "no second one is drawn";
}

TEST(PushFanoutMissing, IsSilentWithABackplaneForOneCopyAndWithoutPush)
{
    EXPECT_TRUE(
        findingsOf(twoServers({{"realtime", "sse"}, {"realtime-backplane", "redis"}}).build(), "push-fanout-missing")
            .empty());
    EXPECT_TRUE(findingsOf(twoServers({{"realtime", "none"}}).build(), "push-fanout-missing").empty());
    EXPECT_TRUE(findingsOf(scalingGroup({{"realtime", "sse"}, {"max", 1}}).build(), "push-fanout-missing").empty());
    auto drawn = twoServers({{"realtime", "sse"}}).block("topic", "sns").connect("api-a", "topic", "443");
    EXPECT_TRUE(findingsOf(drawn.build(), "push-fanout-missing").empty());
}

}  // namespace
}  // namespace lintel
