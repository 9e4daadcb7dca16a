#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "asg-not-ha";

support::DesignBuilder scaled(model::Value subnets, model::Value least = 2)
{
    return webDesign().block(
        "asg", "auto-scaling-group", "vpc",
        {{"min", std::move(least)}, {"max", 4}, {"target-groups", ids({"tg"})}, {"subnets", std::move(subnets)}});
}

TEST(AsgNotHa, FindsAGroupInOneZone)
{
    const auto document = scaled(ids({"private-a"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "add-zone");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("asg"))->property("subnets"), ids({"private-a", "private-c"}));
    EXPECT_EQ(findingsOf(scaled(ids({"private-a"})).profile("small").build(), kRule).at(0).severity, Severity::Info);
}

TEST(AsgNotHa, FindsAMinimumOfOneInProduction)
{
    const auto document = scaled(ids({"private-a", "private-c"}), 1).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.asg-not-ha.minimum");
    support::expectFixes(document, found[0], "minimum-two");
    EXPECT_TRUE(findingsOf(scaled(ids({"private-a", "private-c"}), 1).profile("small").build(), kRule).empty());
}

TEST(AsgNotHa, IsSilentForTwoInTwoZones)
{
    EXPECT_TRUE(findingsOf(scaled(ids({"private-a", "private-c"})).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(scaled(ids({"private-a", "private-c"}), model::Value()).build(), kRule).empty())
        << "nobody says how many";
}

TEST(AsgNotHa, AWorkerOfAQueueMayWait)
{
    auto design = scaled(ids({"private-a"}), 1).set("asg", "target-groups", model::Value());
    design.block("sqs", "sqs").connect("asg", "sqs", "443");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

TEST(AsgNotHa, IsSilentWhileZonesAreNotDrawn)
{
    EXPECT_TRUE(findingsOf(scaled(ids({"open"})).block("open", "subnet", "vpc").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
