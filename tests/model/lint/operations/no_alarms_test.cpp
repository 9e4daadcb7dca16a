#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoServers;

DesignBuilder watched()
{
    return twoServers({})
        .block("monitor", "ec2-instance", "app-a", {{"role", "monitoring"}})
        .block("grafana", "grafana", "monitor");
}

TEST(NoAlarms, FindsMonitoringThatTellsNobody)
{
    const auto document = watched().build();
    const auto found = findingsOf(document, "no-alarms");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "alarm");
}

TEST(NoAlarms, FindsAnAlarmThatNobodyHears)
{
    auto draft = watched().block("alarm", "cloudwatch-alarm").connect("alb", "alarm", "", "observe");
    const auto found = findingsOf(draft.build(), "no-alarms");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-alarms.no-action");
    EXPECT_TRUE(findingsOf(draft.block("deploy", "codedeploy", "", {{"alarm", "alarm"}}).build(), "no-alarms").empty())
        << "the deploy hears it";
}

TEST(NoAlarms, IsSilentForAnAlarmForGrafanaThatTellsAChatAndBeforeOperationsAreDrawn)
{
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "no-alarms").empty());
    auto told = watched().block("chat", "discord").connect("grafana", "chat", "", "event");
    EXPECT_TRUE(findingsOf(told.build(), "no-alarms").empty());
    auto alarmed = watched()
                       .block("topic", "sns")
                       .block("alarm", "cloudwatch-alarm", "", {{"action", "topic"}})
                       .connect("alb", "alarm", "", "observe");
    EXPECT_TRUE(findingsOf(alarmed.build(), "no-alarms").empty());
    EXPECT_TRUE(findingsOf(watched().remove("users-alb").build(), "no-alarms").empty()) << "nobody comes in";
}

}  // namespace
}  // namespace lintel
