#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder queue(model::Properties properties = {})
{
    return DesignBuilder()
        .block("queue", "sqs", "", std::move(properties))
        .block("worker", "lambda")
        .connect("queue", "worker", "", "event");
}

TEST(NoDlq, FindsAQueueWhoseFailuresDisappear)
{
    for (const auto& document : {queue().build(), queue({{"fifo", true}}).build()}) {
        const auto found = findingsOf(document, "no-dlq");
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"queue"});
        support::expectFixes(document, found[0], "dlq");
        EXPECT_TRUE(found[0].fixes[0].automatic);
        const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
        EXPECT_EQ(fixed->blocks.find(model::BlockId("queue-dlq"))->property("fifo"),
                  document.blocks.find(model::BlockId("queue"))->property("fifo"));
    }
}

TEST(NoDlq, FindsEventsThatAreSaidToBeDiscarded)
{
    auto draft =
        queue({{"dead-letter-queue", "failed"}}).block("failed", "sqs").set("worker", "failed-events", "discarded");
    const auto found = findingsOf(draft.build(), "no-dlq");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-dlq.events");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"worker"});
}

TEST(NoDlq, IsSilentForQueuesWithOneForTheOneItselfAndForTheUnused)
{
    EXPECT_TRUE(findingsOf(queue({{"dead-letter-queue", "failed"}}).block("failed", "sqs").build(), "no-dlq").empty());
    EXPECT_TRUE(
        findingsOf(queue().block("failed", "sqs").connect("queue", "failed", "", "event").build(), "no-dlq").empty());
    EXPECT_TRUE(findingsOf(DesignBuilder().block("queue", "sqs").build(), "no-dlq").empty());
    auto topic =
        DesignBuilder().block("topic", "sns").block("worker", "lambda").connect("topic", "worker", "", "event");
    EXPECT_TRUE(findingsOf(topic.build(), "no-dlq").empty()) << "nobody said what happens";
}

}  // namespace
}  // namespace lintel
