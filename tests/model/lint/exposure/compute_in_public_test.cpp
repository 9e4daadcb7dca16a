#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "compute-in-public";

/// One of the servers behind the load balancer stands in a public subnet.
support::DesignBuilder inPublic(model::Properties more = {})
{
    model::Properties properties{
        {"role", "application"}, {"ports", "8080"}, {"public-ip", true}, {"security-groups", ids({"sg-app"})}};
    for (auto& [key, value] : more) properties[key] = value;
    return webDesign().block("app-a", "ec2-instance", "public-a", std::move(properties));
}

TEST(ComputeInPublic, FindsAServerWithAPublicAddressAndMovesIt)
{
    const auto document = inPublic().build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.compute-in-public.message");
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app-a", "public-a", "rt-public"}));
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "it may fetch something from outside";
}

TEST(ComputeInPublic, SaysWhenPeopleComeStraightToIt)
{
    const auto found = findingsOf(inPublic().connect("users", "app-a", "8080").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.compute-in-public.direct");
    EXPECT_TRUE(found[0].fixes.empty()) << "in a private subnet they would not find it";
}

TEST(ComputeInPublic, WithoutAnAddressItIsOnlyInformation)
{
    const auto found = findingsOf(inPublic({{"public-ip", false}}).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(ComputeInPublic, WhoCallsADatabaseIsAnApplication)
{
    auto design = inPublic({{"role", model::Value()}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << "nobody said what it is";
    design.block("rds", "rds-instance", "private-a").connect("app-a", "rds", "3306");
    EXPECT_EQ(findingsOf(design.build(), kRule).size(), 1u);
}

TEST(ComputeInPublic, IsSilentForWhatBelongsThere)
{
    for (const char* role : {"proxy", "nat", "bastion"})
        EXPECT_TRUE(findingsOf(inPublic({{"role", role}}).build(), kRule).empty()) << role;
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
}

TEST(ComputeInPublic, IsSilentWhileRoutesAreNotDrawn)
{
    EXPECT_TRUE(findingsOf(inPublic().set("public-a", "route-table", model::Value()).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
