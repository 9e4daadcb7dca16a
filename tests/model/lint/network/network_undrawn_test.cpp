#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;
using support::ids;

constexpr const char* kRule = "network-undrawn";

DesignBuilder sketch()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("app", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}});
    design.block("server", "ec2-instance", "app");
    return design;
}

DesignBuilder drawn()
{
    DesignBuilder design = sketch();
    design.block("rt", "route-table", "vpc").set("app", "route-table", "rt");
    design.block("sg", "security-group", "vpc").set("server", "security-groups", ids({"sg"}));
    return design;
}

model::Document declaredComplete(const DesignBuilder& design)
{
    model::edit::Transaction transaction(design.build());
    model::Settings settings = design.build().settings();
    settings.properties["network-complete"] = model::Value(true);
    transaction.put(settings);
    return transaction.document();
}

TEST(NetworkUndrawn, RemindsOfRoutesAndGroupsWithoutCounting)
{
    const auto found = findingsOf(sketch().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].todo);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app", "server"}));
    EXPECT_EQ(found[0].message.id, "rule.network-undrawn.message");
}

TEST(NetworkUndrawn, CountsOnceTheNetworkIsSaidToBeComplete)
{
    const auto found = findingsOf(declaredComplete(sketch()), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].todo);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Warning);
}

TEST(NetworkUndrawn, IsSilentWhenBothAreDrawn)
{
    EXPECT_TRUE(findingsOf(drawn().build(), kRule).empty());
    EXPECT_TRUE(findingsOf(declaredComplete(drawn()), kRule).empty());
}

TEST(NetworkUndrawn, SaysWhichOfTheTwoIsMissing)
{
    EXPECT_EQ(findingsOf(drawn().set("app", "route-table", {}).build(), kRule).at(0).message.id,
              "rule.network-undrawn.routes");
    EXPECT_EQ(findingsOf(drawn().set("server", "security-groups", {}).build(), kRule).at(0).message.id,
              "rule.network-undrawn.groups");
}

/// An empty frame, software on a host that is guarded, a main route table: nothing is missing there.
TEST(NetworkUndrawn, KnowsWhatNeedsNothing)
{
    EXPECT_TRUE(findingsOf(DesignBuilder().block("vpc", "vpc").block("sub", "subnet", "vpc").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(drawn().block("nginx", "nginx", "server").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(drawn().set("app", "route-table", {}).set("rt", "main", true).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
