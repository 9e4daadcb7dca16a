#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

Value defaultTo(const char* target) { return rows({row({{"destination", "0.0.0.0/0"}, {"target", target}})}); }

/// A NAT instance that works: a server in a private subnet calls a payment provider through it.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt-public", "route-table", "vpc", {{"routes", defaultTo("igw")}})
        .block("rt-app", "route-table", "vpc", {{"routes", defaultTo("nat")}});
    design.block("front", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt-public"}});
    design.block("back", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt-app"}});
    design.block("sg-nat", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "10.0.1.0/24"}})})}});
    design.block("eip", "elastic-ip", "front");
    design.block("nat", "ec2-instance", "front",
                 {{"role", "nat"},
                  {"elastic-ip", "eip"},
                  {"source-destination-check", false},
                  {"security-groups", ids({"sg-nat"})}});
    design.block("server", "ec2-instance", "back").block("pay", "generic-external");
    return design.connect("server", "pay", "443");
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "nat-instance-broken");
}

void expectRepaired(DesignBuilder draft, const char* variant, bool isAutomatic)
{
    const auto document = draft.build();
    const auto found = findingsOf(document, "nat-instance-broken");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"nat"});
    EXPECT_EQ(found[0].message.id, std::string("rule.nat-instance-broken.") + variant);
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_EQ(found[0].fixes[0].automatic, isAutomatic);
    support::expectFixes(document, found[0], "repair-nat-instance");
}

TEST(NatInstanceBroken, IsSilentForOneThatWorks) { EXPECT_TRUE(findings(design()).empty()); }

TEST(NatInstanceBroken, FindsTheCheckOnAlsoWhereNobodySetIt)
{
    expectRepaired(design().set("nat", "source-destination-check", true), "message", true);
    expectRepaired(design().set("nat", "source-destination-check", Value()), "message", true);
}

TEST(NatInstanceBroken, FindsAMissingAddress)
{
    expectRepaired(design().set("nat", "elastic-ip", Value()), "no-address", true);
}

TEST(NatInstanceBroken, DoesNotOpenSshToTheWorldUnasked)
{
    auto draft = design();
    draft.set("sg-nat", "inbound", rows({row({{"protocol", "tcp"}, {"ports", "22,443"}, {"source", "0.0.0.0/0"}})}));
    const auto found = findings(draft.set("nat", "elastic-ip", Value()));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
}

TEST(NatInstanceBroken, FindsAPrivatePlaceWithoutAFix)
{
    const auto found = findings(design().block("local", "route-table", "vpc").set("front", "route-table", "local"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nat-instance-broken.not-public");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(NatInstanceBroken, FindsASecurityGroupThatShutsThePrivateSubnetOut)
{
    auto draft = design();
    expectRepaired(
        draft.set("sg-nat", "inbound", rows({row({{"protocol", "tcp"}, {"ports", "80"}, {"source", "10.0.1.0/24"}})})),
        "closed", true);
    expectRepaired(design().set("sg-nat", "inbound",
                                rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "10.0.2.0/24"}})})),
                   "closed", true);
}

TEST(NatInstanceBroken, KnowsCallersByTheirSecurityGroup)
{
    auto draft = design();
    draft.block("sg-app", "security-group", "vpc").set("server", "security-groups", ids({"sg-app"}));
    draft.set("sg-nat", "inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "sg-app"}})}));
    EXPECT_TRUE(findings(draft).empty());
}

TEST(NatInstanceBroken, AnInstanceThatNothingIsRoutedToIsJustAServer)
{
    auto draft = design();
    EXPECT_TRUE(findings(draft.set("rt-app", "routes", rows({})).set("nat", "source-destination-check", true)).empty());
}

}  // namespace
}  // namespace lintel
