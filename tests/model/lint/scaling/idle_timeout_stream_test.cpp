#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::twoServers;

TEST(IdleTimeoutStream, FindsAHeartbeatThatComesTooLate)
{
    const auto document = twoServers({{"realtime", "sse"}, {"heartbeat-seconds", 60}}).build();
    const auto found = findingsOf(document, "idle-timeout-stream");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "api-a", "api-c"}));
    support::expectFixes(document, found[0], "heartbeat");
}

TEST(IdleTimeoutStream, FindsNoHeartbeatAtAll)
{
    const auto document = twoServers({{"realtime", "websocket"}, {"heartbeat-seconds", 0}}).build();
    const auto found = findingsOf(document, "idle-timeout-stream");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.idle-timeout-stream.never");
    support::expectFixes(document, found[0], "heartbeat");
}

TEST(IdleTimeoutStream, ANetworkLoadBalancerIsMorePatient)
{
    auto draft = twoServers({{"realtime", "sse"}, {"heartbeat-seconds", 120}});
    draft.block("nlb", "nlb", "vpc",
                {{"listeners", support::rows({support::row({{"protocol", "TCP"}, {"port", 80}, {"target", "tg"}})})}});
    const auto found =
        findingsOf(draft.remove("users-alb").remove("alb-tg").remove("alb").build(), "idle-timeout-stream");
    EXPECT_TRUE(found.empty()) << "350 s are more than 120 s";
}

TEST(IdleTimeoutStream, IsSilentWithinTheTimeoutWithoutStreamsAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(twoServers({{"realtime", "sse"}, {"heartbeat-seconds", 30}}).build(), "idle-timeout-stream")
                    .empty());
    EXPECT_TRUE(findingsOf(twoServers({{"heartbeat-seconds", 90}}).build(), "idle-timeout-stream").empty());
    EXPECT_TRUE(findingsOf(twoServers({{"realtime", "sse"}}).build(), "idle-timeout-stream").empty());
    auto patient = twoServers({{"realtime", "sse"}, {"heartbeat-seconds", 90}}).set("alb", "idle-timeout-seconds", 300);
    EXPECT_TRUE(findingsOf(patient.build(), "idle-timeout-stream").empty());
}

}  // namespace
}  // namespace lintel
