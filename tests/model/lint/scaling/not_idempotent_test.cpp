#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder worker(model::Properties properties)
{
    return DesignBuilder()
        .block("queue", "sqs")
        .block("worker", "lambda", "", std::move(properties))
        .connect("queue", "worker", "", "event");
}

TEST(NotIdempotent, FindsAConsumerThatCannotStandAMessageTwice)
{
    const auto found = findingsOf(worker({{"idempotent", false}}).build(), "not-idempotent");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"worker"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"queue", "worker"}));
}

TEST(NotIdempotent, AConsumerThatAsksItsQueueCounts)
{
    auto draft = DesignBuilder().block("queue", "sqs").block("worker", "lambda", "", {{"idempotent", false}});
    EXPECT_EQ(findingsOf(draft.connect("worker", "queue", "443").build(), "not-idempotent").size(), 1u);
}

TEST(NotIdempotent, IsSilentForFifoForSendersAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(worker({{"idempotent", true}}).build(), "not-idempotent").empty());
    EXPECT_TRUE(findingsOf(worker({}).build(), "not-idempotent").empty());
    EXPECT_TRUE(
        findingsOf(worker({{"idempotent", false}}).set("queue", "fifo", true).build(), "not-idempotent").empty());
    auto sender = DesignBuilder().block("topic", "sns").block("sender", "lambda", "", {{"idempotent", false}});
    EXPECT_TRUE(findingsOf(sender.connect("sender", "topic", "443").build(), "not-idempotent").empty());
}

}  // namespace
}  // namespace lintel
