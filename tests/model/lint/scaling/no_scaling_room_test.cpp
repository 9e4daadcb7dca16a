#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;

TEST(NoScalingRoom, FindsAGroupOfFixedSize)
{
    const auto document = scalingGroup({{"min", 2}, {"max", 2}}).build();
    const auto found = findingsOf(document, "no-scaling-room");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    support::expectFixes(document, found[0], "target-tracking");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "more servers cost more";
}

TEST(NoScalingRoom, FindsRoomThatNoPolicyUses)
{
    const auto document = scalingGroup({{"min", 2}, {"max", 6}, {"scaling-policy", "none"}}).build();
    const auto found = findingsOf(document, "no-scaling-room");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-scaling-room.no-policy");
    support::expectFixes(document, found[0], "target-tracking");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(NoScalingRoom, IsSilentForAPolicyForOneThatHealsAndForTheUnknown)
{
    EXPECT_TRUE(
        findingsOf(scalingGroup({{"min", 2}, {"max", 6}, {"scaling-policy", "schedule"}}).build(), "no-scaling-room")
            .empty());
    EXPECT_TRUE(findingsOf(scalingGroup({{"min", 1}, {"max", 1}}).build(), "no-scaling-room").empty());
    EXPECT_TRUE(findingsOf(scalingGroup({{"min", 2}, {"max", 4}}).build(), "no-scaling-room").empty());
    EXPECT_TRUE(findingsOf(scalingGroup({}).build(), "no-scaling-room").empty());
}

}  // namespace
}  // namespace lintel
