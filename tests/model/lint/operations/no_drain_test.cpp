#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoServers;

TEST(NoDrain, FindsRequestsThatAreCutOff)
{
    const auto document = twoServers({}).set("tg", "deregistration-delay-seconds", 0).build();
    const auto found = findingsOf(document, "no-drain");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"tg"});
    support::expectFixes(document, found[0], "drain");
}

TEST(NoDrain, StreamsNeedMoreThanAMoment)
{
    const auto document = twoServers({{"realtime", "websocket"}}).set("tg", "deregistration-delay-seconds", 5).build();
    const auto found = findingsOf(document, "no-drain");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-drain.stream");
    support::expectFixes(document, found[0], "drain");
}

TEST(NoDrain, IsSilentForTheDefaultAndForAShortDelayOfShortRequests)
{
    EXPECT_TRUE(findingsOf(twoServers({{"realtime", "sse"}}).build(), "no-drain").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).set("tg", "deregistration-delay-seconds", 10).build(), "no-drain").empty());
    EXPECT_TRUE(
        findingsOf(DesignBuilder().block("tg", "target-group", "", {{"deregistration-delay-seconds", 0}}).build(),
                   "no-drain")
            .empty());
}

}  // namespace
}  // namespace lintel
