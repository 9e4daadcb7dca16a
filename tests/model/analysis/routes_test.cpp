#include "model/analysis/routes.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::row;
using support::rows;

Value to(const char* target, const char* destination = "0.0.0.0/0")
{
    return row({{"destination", destination}, {"target", target}});
}

/// A snapshot with what was worked out about it.
struct Network {
    explicit Network(const DesignBuilder& design) : graph(design.build(), embedded::catalogue()), routes(graph) {}

    std::string table(const char* subnet) const { return routes.tableOf(BlockId(subnet)).text(); }
    SubnetClass classOf(const char* subnet) const { return routes.classOf(BlockId(subnet)); }
    std::string wayTo(const char* subnet, const char* destination) const
    {
        const auto route = routes.routeTo(BlockId(subnet), parseCidr(destination).value());
        return route ? route->target.text() : "local";
    }
    Egress::Kind egress(const char* subnet, bool hasAddress = false) const
    {
        return routes.egress(BlockId(subnet), hasAddress).kind;
    }

    graph::ArchitectureGraph graph;
    Routes routes;
};

/// Two VPCs with a gateway each; `app` is in the first.
DesignBuilder twoVpcs()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}}).block("other-igw", "internet-gateway", "other");
    design.block("az", "availability-zone", "vpc", {{"zone", "a"}});
    return design.block("app", "subnet", "az", {{"cidr", "10.0.1.0/24"}});
}

DesignBuilder routed(Value routes)
{
    return twoVpcs().block("rt", "route-table", "vpc", {{"routes", std::move(routes)}}).set("app", "route-table", "rt");
}

TEST(Routes, WithoutATableNothingIsKnown)
{
    const Network network(twoVpcs());
    EXPECT_EQ(network.table("app"), "");
    EXPECT_EQ(network.classOf("app"), SubnetClass::Unknown);
    EXPECT_EQ(network.egress("app"), Egress::Kind::Unknown);
}

TEST(Routes, TheMainTableOfTheSameVpcAppliesToWhoNamesNone)
{
    auto design = twoVpcs();
    design.block("a-main", "route-table", "other", {{"main", true}, {"routes", rows({to("other-igw")})}});
    EXPECT_EQ(Network(design).classOf("app"), SubnetClass::Unknown) << "the main table of another VPC says nothing";
    design.block("main", "route-table", "vpc", {{"main", true}, {"routes", rows({to("igw")})}});
    const Network network(design);
    EXPECT_EQ(network.table("app"), "main");
    EXPECT_EQ(network.classOf("app"), SubnetClass::Public);
    EXPECT_EQ(network.routes.subnetsOf(BlockId("main")), std::vector<BlockId>{BlockId("app")});
}

TEST(Routes, AnExplicitAssociationBeatsTheMainTable)
{
    auto design = routed(rows({}));
    const Network network(design.block("main", "route-table", "vpc", {{"main", true}, {"routes", rows({to("igw")})}}));
    EXPECT_EQ(network.table("app"), "rt");
    EXPECT_EQ(network.classOf("app"), SubnetClass::Isolated);
    EXPECT_TRUE(network.routes.subnetsOf(BlockId("main")).empty());
}

TEST(Routes, TheLongestPrefixDecides)
{
    auto design = routed(rows({to("igw"), to("nat", "198.51.0.0/16"), to("tgw", "198.51.100.0/24")}));
    design.block("nat", "nat-gateway", "app").block("tgw", "transit-gateway");
    const Network network(design);
    EXPECT_EQ(network.wayTo("app", "203.0.113.7/32"), "igw");
    EXPECT_EQ(network.wayTo("app", "198.51.7.0/24"), "nat");
    EXPECT_EQ(network.wayTo("app", "198.51.100.9/32"), "tgw");
    EXPECT_EQ(network.wayTo("app", "198.51.0.0/15"), "igw") << "a route for half of it is no route for it";
    EXPECT_EQ(network.wayTo("app", "0.0.0.0/0"), "igw");
}

TEST(Routes, ANarrowRouteToTheGatewayMakesASubnetPublic)
{
    EXPECT_EQ(Network(routed(rows({to("igw", "203.0.113.0/24")}))).classOf("app"), SubnetClass::Public);
}

TEST(Routes, PrivateAddressesBehindTheGatewayDoNot)
{
    EXPECT_EQ(Network(routed(rows({to("igw", "192.168.0.0/16")}))).classOf("app"), SubnetClass::Isolated);
    auto design = routed(rows({to("igw", "203.0.113.0/24")}));
    design.set("vpc", "secondary-cidrs", support::ids({"203.0.113.0/24"}));
    EXPECT_EQ(Network(design).classOf("app"), SubnetClass::Isolated) << "a range of the VPC itself";
}

TEST(Routes, TheGatewayOfAnotherVpcDoesNot)
{
    EXPECT_EQ(Network(routed(rows({to("other-igw")}))).classOf("app"), SubnetClass::Isolated);
    EXPECT_EQ(Network(routed(rows({to("other-igw")}))).egress("app", true), Egress::Kind::None);
}

TEST(Routes, NamesAndAutomaticAddressesAreNoEvidence)
{
    auto design = routed(rows({}));
    EXPECT_EQ(Network(design.set("app", "label", "public").set("app", "auto-assign-public-ip", true)).classOf("app"),
              SubnetClass::Isolated);
}

TEST(Routes, Ipv6StandsApart)
{
    auto design = routed(rows({to("igw", "::/0")}));
    const Network network(design);
    EXPECT_EQ(network.classOf("app"), SubnetClass::Isolated) << "no IPv4 address gets out by it";
    EXPECT_EQ(network.egress("app", true), Egress::Kind::None);
    auto only = routed(rows({to("eigw", "::/0")}));
    EXPECT_EQ(Network(only.block("eigw", "egress-only-internet-gateway", "vpc")).classOf("app"), SubnetClass::Isolated);
}

TEST(Routes, AWayOutThatIsNoInternetGatewayMakesASubnetPrivate)
{
    auto design = routed(rows({to("nat")}));
    EXPECT_EQ(Network(design.block("nat", "nat-gateway", "app")).classOf("app"), SubnetClass::Private);
    EXPECT_EQ(Network(routed(rows({to("gone")}))).classOf("app"), SubnetClass::Isolated) << "a blackhole is no way";
}

TEST(Routes, ATransitGatewayCarriesForItsAttachmentsOnly)
{
    auto design = routed(rows({to("tgw", "10.9.0.0/16")}));
    design.block("tgw", "transit-gateway", "", {{"attachments", support::ids({"other"})}});
    EXPECT_EQ(Network(design).classOf("app"), SubnetClass::Isolated);
    EXPECT_EQ(Network(design.set("tgw", "attachments", support::ids({"other", "vpc"}))).classOf("app"),
              SubnetClass::Private);
}

TEST(Routes, EgressFollowsTheDefaultRoute)
{
    EXPECT_EQ(Network(routed(rows({to("igw")}))).egress("app", true), Egress::Kind::Direct);
    EXPECT_EQ(Network(routed(rows({to("igw")}))).egress("app", false), Egress::Kind::NoPublicAddress);
    EXPECT_EQ(Network(routed(rows({}))).egress("app"), Egress::Kind::None);

    auto nat = routed(rows({to("nat")}));
    nat.block("open", "route-table", "vpc", {{"routes", rows({to("igw")})}})
        .block("front", "subnet", "az", {{"route-table", "open"}});
    EXPECT_EQ(Network(nat.block("nat", "nat-gateway", "front")).egress("app"), Egress::Kind::Nat);
    EXPECT_EQ(Network(nat.set("nat", "connectivity", "private")).egress("app"), Egress::Kind::BrokenNat);
    EXPECT_EQ(Network(nat.block("nat", "nat-gateway", "app")).egress("app"), Egress::Kind::BrokenNat)
        << "it sends to itself";
    EXPECT_EQ(Network(nat.block("nat", "ec2-instance", "front")).egress("app"), Egress::Kind::NatInstance);
}

TEST(Routes, TheLeastOfAllSubnetsCounts)
{
    auto design = routed(rows({to("igw")}));
    design.block("local", "route-table", "vpc").block("back", "subnet", "az", {{"route-table", "local"}});
    design.block("fn", "lambda", "vpc", {{"subnets", support::ids({"app", "back"})}});
    EXPECT_FALSE(Network(design).routes.egressOf(BlockId("fn")).works());
}

}  // namespace
}  // namespace lintel::model::analysis
