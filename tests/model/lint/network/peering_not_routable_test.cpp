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

Value to(const char* destination, const char* target)
{
    return rows({row({{"destination", destination}, {"target", target}})});
}

/// A server in one VPC calls one in another; security groups let it, and a peering connects the two.
DesignBuilder design(Value here, Value there)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}});
    design.block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    design.block("rt", "route-table", "vpc", {{"routes", std::move(here)}})
        .block("rt-other", "route-table", "other", {{"routes", std::move(there)}});
    design.block("app", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    design.block("far", "subnet", "other", {{"cidr", "10.1.1.0/24"}, {"route-table", "rt-other"}});
    design.block("sg", "security-group", "vpc");
    design.block("sg-far", "security-group", "other",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "10.0.0.0/16"}})})}});
    design.block("server", "ec2-instance", "app", {{"security-groups", ids({"sg"})}});
    design.block("api", "ec2-instance", "far", {{"security-groups", ids({"sg-far"})}});
    return design.connect("server", "api", "8080");
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "peering-not-routable");
}

void expectRouted(const DesignBuilder& draft, const char* variant)
{
    const auto document = draft.build();
    const auto found = findingsOf(document, "peering-not-routable");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server-api"});
    EXPECT_EQ(found[0].message.id, std::string("rule.peering-not-routable.") + variant);
    EXPECT_TRUE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "add-routes");
}

TEST(PeeringNotRoutable, FindsNoRouteAtAll) { expectRouted(design(rows({}), rows({})), "message"); }

TEST(PeeringNotRoutable, FindsTheMissingWayBack)
{
    expectRouted(design(to("10.1.0.0/16", "pcx"), rows({})), "no-return");
}

TEST(PeeringNotRoutable, IsSilentWithRoutesOnBothSides)
{
    EXPECT_TRUE(findings(design(to("10.1.0.0/16", "pcx"), to("10.0.0.0/16", "pcx"))).empty());
    EXPECT_TRUE(findings(design(to("10.0.0.0/8", "pcx"), to("10.0.1.0/24", "pcx"))).empty())
        << "the subnet's range is enough";
}

TEST(PeeringNotRoutable, ATransitGatewayNeedsThemAsWell)
{
    auto draft = design(rows({}), rows({}));
    draft.remove("pcx").block("tgw", "transit-gateway", "", {{"attachments", ids({"vpc", "other"})}});
    expectRouted(draft, "message");
}

TEST(PeeringNotRoutable, PeeringDoesNotPassThroughAThirdVpc)
{
    auto draft = design(to("10.1.0.0/16", "pcx"), to("10.0.0.0/16", "pcx-2"));
    draft.block("hub", "vpc", "", {{"cidr", "10.2.0.0/16"}}).set("pcx", "accepter", "hub");
    draft.block("pcx-2", "vpc-peering", "", {{"requester", "hub"}, {"accepter", "other"}});
    const auto found = findings(draft);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.peering-not-routable.transitive");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(PeeringNotRoutable, FindsVpcsThatNothingConnects)
{
    const auto found = findings(design(rows({}), rows({})).remove("pcx"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.peering-not-routable.unconnected");
}

TEST(PeeringNotRoutable, IsSilentInsideOfOneVpcAndWhileRoutesAreNotDrawn)
{
    auto draft = design(rows({}), rows({}));
    draft.block("far", "subnet", "vpc", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt"}});
    EXPECT_TRUE(findings(draft).empty());
    EXPECT_TRUE(
        findings(design(rows({}), rows({})).set("app", "route-table", Value()).set("far", "route-table", Value()))
            .empty());
}

}  // namespace
}  // namespace lintel
