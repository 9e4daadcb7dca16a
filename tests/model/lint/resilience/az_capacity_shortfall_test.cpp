#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "az-capacity-shortfall";

TEST(AzCapacityShortfall, SaysWhatTheRestWouldHaveToCarry)
{
    const auto found = findingsOf(webDesign().set("app-a", "peak-load-percent", 70).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a", "app-c"}));
    EXPECT_EQ(found[0].message.arguments.back().value, "140");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(AzCapacityShortfall, IsSilentWhereHalfIsEnough)
{
    EXPECT_TRUE(findingsOf(webDesign().set("app-a", "peak-load-percent", 50).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty()) << "nobody says how busy they are";
}

TEST(AzCapacityShortfall, AnUnevenSpreadCounts)
{
    EXPECT_EQ(
        findingsOf(webDesign().set("app-a", "replicas", 3).set("app-a", "peak-load-percent", 40).build(), kRule).size(),
        1u);
}

TEST(AzCapacityShortfall, AutoScalingFillsUp)
{
    auto design = webDesign().block("asg", "auto-scaling-group", "vpc").set("app-a", "peak-load-percent", 70);
    EXPECT_TRUE(
        findingsOf(design.set("app-a", "auto-scaling-group", "asg").set("app-c", "auto-scaling-group", "asg").build(),
                   kRule)
            .empty());
}

}  // namespace
}  // namespace lintel
