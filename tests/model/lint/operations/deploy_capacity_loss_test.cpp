#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;
using support::twoServers;

std::string argumentOf(const model::lint::Finding& finding, const char* name)
{
    for (const auto& argument : finding.message.arguments)
        if (argument.name == name) return argument.value;
    return {};
}

TEST(DeployCapacityLoss, SaysHowManyServeMeanwhile)
{
    const auto document = scalingGroup({{"deploy-strategy", "in-place"}, {"desired", 5}}).build();
    const auto found = findingsOf(document, "deploy-capacity-loss");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(argumentOf(found[0], "left"), "3") << "half of five, rounded down, is out";
    EXPECT_EQ(argumentOf(found[0], "percent"), "60");
    support::expectFixes(document, found[0], "blue-green");
}

TEST(DeployCapacityLoss, HoldsWhatIsLeftAgainstThePeak)
{
    const auto found = findingsOf(twoServers({{"deploy-strategy", "rolling"}, {"peak-load-percent", 70}}).build(),
                                  "deploy-capacity-loss");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.deploy-capacity-loss.peak");
    EXPECT_TRUE(findingsOf(twoServers({{"deploy-strategy", "in-place"}, {"peak-load-percent", 50}}).build(),
                           "deploy-capacity-loss")
                    .empty());
}

TEST(DeployCapacityLoss, OneServerStaysOneServer)
{
    const auto found =
        findingsOf(twoServers({{"deploy-strategy", "blue-green-one-host"}}).build(), "deploy-capacity-loss");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(DeployCapacityLoss, IsSilentForBlueGreenForRollingAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(twoServers({{"deploy-strategy", "blue-green"}, {"peak-load-percent", 90}}).build(),
                           "deploy-capacity-loss")
                    .empty());
    EXPECT_TRUE(findingsOf(twoServers({{"deploy-strategy", "rolling"}}).build(), "deploy-capacity-loss").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "deploy-capacity-loss").empty());
    EXPECT_TRUE(
        findingsOf(scalingGroup({{"deploy-strategy", "in-place"}, {"max", 1}}).build(), "deploy-capacity-loss").empty())
        << "one copy is a matter of no-zero-downtime";
}

}  // namespace
}  // namespace lintel
