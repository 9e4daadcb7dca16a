#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

DesignBuilder named(const char* name)
{
    auto design = twoZones();
    model::edit::Transaction transaction(design.build());
    transaction.put(
        model::Block{model::BlockId("sg"), model::KindId("security-group"), name, model::BlockId("vpc"), {}});
    return DesignBuilder(transaction.document())
        .block("edge", "ec2-instance", "public-a", {{"security-groups", ids({"sg"})}});
}

TEST(DiagramContradiction, FindsAGroupForALoadBalancerThatIsNotThere)
{
    for (const char* name : {"ALB", "sg-alb", "prod_alb_sg"}) {
        const auto found = findingsOf(named(name).build(), "diagram-contradiction");
        ASSERT_EQ(found.size(), 1u) << name;
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"sg"});
    }
}

TEST(DiagramContradiction, FindsASubnetInAnotherZoneThanItsNameSays)
{
    auto design = twoZones().build();
    model::edit::Transaction transaction(design);
    model::Block subnet = *design.blocks.find(model::BlockId("app-a"));
    subnet.name = "app-ap-northeast-2c";
    transaction.put(subnet);
    const auto found = findingsOf(transaction.document(), "diagram-contradiction");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.diagram-contradiction.zone");
    subnet.name = "app-ap-northeast-2a";
    transaction.put(subnet);
    EXPECT_TRUE(findingsOf(transaction.document(), "diagram-contradiction").empty());
    subnet.name = "application C";
    transaction.put(subnet);
    EXPECT_TRUE(findingsOf(transaction.document(), "diagram-contradiction").empty())
        << "a letter alone may be a number";
}

TEST(DiagramContradiction, IsSilentForWhatIsThereForOtherWordsAndForGroupsInWaiting)
{
    EXPECT_TRUE(findingsOf(named("alb").block("alb", "alb", "vpc").build(), "diagram-contradiction").empty());
    EXPECT_TRUE(findingsOf(named("album").build(), "diagram-contradiction").empty());
    EXPECT_TRUE(findingsOf(named("edge").build(), "diagram-contradiction").empty());
    EXPECT_TRUE(findingsOf(named("alb").set("edge", "security-groups", {}).build(), "diagram-contradiction").empty());
}

}  // namespace
}  // namespace lintel
