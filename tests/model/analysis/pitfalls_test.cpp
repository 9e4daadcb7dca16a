// What people get wrong about AWS networks, one test each. Pitfalls that are no question of packets are tested where
// they are answered: the rule that the Terraform provider takes away and the private name that a VPC takes once in
// exporters/terraform/said_settings_test.cpp; the rest with the lint rules alb-azs (two zones), nlb-without-reason,
// path-without-waf, db-subnet-group-azs, rds-public-flag, cert-mismatch (region, one label), quota (the prefix list's
// weight), s3-website-origin, endpoint-unusable, nat-instance-broken and idle-timeout-stream.

#include "model/analysis/availability.h"
#include "model/analysis/connected_networks.h"
#include "model/analysis/price_table.h"
#include "model/analysis/reachability.h"
#include "model/analysis/service_endpoints.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

Value rule(const char* ports, const char* end, const char* other, const char* protocol = "tcp")
{
    return row({{"protocol", protocol}, {"ports", ports}, {end, other}});
}

Value route(const char* destination, const char* target)
{
    return row({{"destination", destination}, {"target", target}});
}

struct Drawn {
    explicit Drawn(const DesignBuilder& design)
        : graph(design.build(), embedded::catalogue()), routes(graph), reachability(graph, routes)
    {
    }

    bool reaches(const char* from, const char* to, int port, const char* protocol = "tcp") const
    {
        return reachability.reach(BlockId(from), BlockId(to), {protocol, port}).reachable;
    }
    /// Codes of all ways that are left.
    std::set<std::string> blockers(const char* from, const char* to, int port) const
    {
        std::set<std::string> codes;
        for (const auto& way : reachability.reach(BlockId(from), BlockId(to), {"tcp", port}).blockers)
            for (const Blocker& blocker : way) codes.insert(blocker.code);
        return codes;
    }

    graph::ArchitectureGraph graph;
    Routes routes;
    Reachability reachability;
};

/// A server with a public address and an application beside it, in zones a and c, open to each other on 80.
DesignBuilder network()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "vpc")
        .block("company", "generic-external");
    design.block("rt", "route-table", "vpc", {{"main", true}, {"routes", rows({route("0.0.0.0/0", "igw")})}});
    design.block("net-a", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}, {"zone", "a"}})
        .block("net-c", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"zone", "c"}});
    design.block("sg", "security-group", "vpc", {{"inbound", rows({rule("80", "source", "0.0.0.0/0")})}});
    design.block("web", "ec2-instance", "net-a", {{"public-ip", true}, {"security-groups", ids({"sg"})}});
    design.block("app", "ec2-instance", "net-c", {{"security-groups", ids({"sg"})}});
    return design;
}

TEST(Pitfall, DownloadsNeedNoInboundRule)
{
    EXPECT_TRUE(Drawn(network()).reaches("web", "company", 443))
        << "security groups are stateful: the answer comes back by itself";
}

TEST(Pitfall, ANetworkAclWantsARuleForTheAnswers)
{
    DesignBuilder design = network();
    design.block(
        "acl", "network-acl", "vpc",
        {{"inbound",
          rows({row(
              {{"rule", 100}, {"action", "allow"}, {"protocol", "tcp"}, {"ports", "443"}, {"source", "0.0.0.0/0"}})})},
         {"outbound",
          rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"destination", "0.0.0.0/0"}})})}});
    design.set("net-a", "network-acl", "acl");
    EXPECT_EQ(Drawn(design).blockers("web", "company", 443), (std::set<std::string>{"acl-reply-in"}))
        << "to port 443 nobody answers";
}

TEST(Pitfall, AnswersMayBeLetThroughAtOneOfSeveralPlaces)
{
    DesignBuilder design = network();
    const auto acl = [&](const char* name, const char* answers) {
        design.block(name, "network-acl", "vpc",
                     {{"inbound",
                       rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"source", "0.0.0.0/0"}})})},
                      {"outbound", rows({row({{"rule", 100},
                                              {"action", "allow"},
                                              {"protocol", "tcp"},
                                              {"ports", "80"},
                                              {"destination", "0.0.0.0/0"}}),
                                         row({{"rule", 110},
                                              {"action", "allow"},
                                              {"protocol", "tcp"},
                                              {"ports", answers},
                                              {"destination", "0.0.0.0/0"}})})}});
    };
    acl("low", "1024-2000");
    design.set("net-c", "network-acl", "low")
        .set(
            "low", "inbound",
            rows({row(
                {{"rule", 100}, {"action", "allow"}, {"protocol", "tcp"}, {"ports", "80"}, {"source", "0.0.0.0/0"}})}));
    design.block(
        "back", "network-acl", "vpc",
        {{"inbound", rows({row({{"rule", 100},
                                {"action", "allow"},
                                {"protocol", "tcp"},
                                {"ports", "5000-6000"},
                                {"source", "0.0.0.0/0"}})})},
         {"outbound",
          rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"destination", "0.0.0.0/0"}})})}});
    design.set("net-a", "network-acl", "back");
    const Drawn drawn(design);
    const Reach reach = drawn.reachability.reach(BlockId("web"), BlockId("app"), {"tcp", 80});
    ASSERT_EQ(reach.blockers.size(), 2u) << "each would do alone";
    EXPECT_EQ(reach.blockers[0].size(), 1u);
    EXPECT_EQ(reach.blockers[1].size(), 1u);
}

TEST(Pitfall, AGroupAsSourceMeansPrivateAddresses)
{
    DesignBuilder design = network();
    design.set("sg", "inbound", rows({rule("80", "source", "sg")}));
    EXPECT_TRUE(Drawn(design).reaches("app", "web", 80)) << "inside the VPC by the private address";
    design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}}).block("other-igw", "internet-gateway", "other");
    design.block("other-rt", "route-table", "other",
                 {{"main", true}, {"routes", rows({route("0.0.0.0/0", "other-igw")})}});
    design.block("other-net", "subnet", "other", {{"cidr", "10.1.0.0/24"}});
    design.block("far", "ec2-instance", "other-net", {{"public-ip", true}, {"security-groups", ids({"sg"})}});
    EXPECT_FALSE(Drawn(design).reaches("far", "web", 80)) << "by the public address the group is not seen";
    design.set("sg", "inbound", rows({rule("80", "source", "0.0.0.0/0")}))
        .set("sg", "outbound", rows({rule("80", "destination", "sg")}));
    EXPECT_FALSE(Drawn(design).reaches("far", "web", 80)) << "nor does an outbound rule see it";
}

TEST(Pitfall, ANetworkLoadBalancerStaysInItsZone)
{
    DesignBuilder design = network();
    design.block("nlb", "nlb", "vpc",
                 {{"scheme", "internal"},
                  {"subnets", ids({"net-a", "net-c"})},
                  {"listeners", rows({row({{"protocol", "TCP"}, {"port", 443}, {"target", "tg"}})})}});
    design.block("tg", "target-group", "vpc", {{"port", 80}, {"targets", ids({"app"})}});
    // Only the node in zone a is let in, and the application stands in zone c.
    design.set("web", "private-ip", "10.0.0.10").set("app", "private-ip", "10.0.1.10");
    design.set("sg", "inbound", rows({rule("80", "source", "10.0.0.200/32")})).set("nlb", "private-ip", "10.0.0.200");
    EXPECT_FALSE(Drawn(design).reaches("web", "app", 80));
    EXPECT_TRUE(Drawn(design).blockers("web", "app", 80).contains("cross-zone-off"));
    design.set("nlb", "cross-zone", true);
    EXPECT_TRUE(Drawn(design).reaches("web", "app", 80));
}

TEST(Pitfall, AnApplicationLoadBalancerKnowsTcpOnly)
{
    DesignBuilder design = network();
    design.set("sg", "inbound", rows({row({{"protocol", "all"}, {"source", "0.0.0.0/0"}})}));
    design.block("alb", "alb", "vpc",
                 {{"subnets", ids({"net-a", "net-c"})},
                  {"security-groups", ids({"sg"})},
                  {"listeners", rows({row({{"port", 443}, {"target", "tg"}})})}});
    design.block("tg", "target-group", "vpc", {{"port", 80}, {"targets", ids({"app"})}});
    EXPECT_TRUE(Drawn(design).reaches("", "alb", 443));
    EXPECT_FALSE(Drawn(design).reaches("", "alb", 443, "udp"));
}

TEST(Pitfall, AReadReplicaIsNoStandby)
{
    DesignBuilder design = network();
    design.block("users", "users").connect("users", "web", "80").connect("web", "db", "3306");
    design.block("db", "rds-instance", "net-a", {{"subnets", ids({"net-a", "net-c"})}});
    design.block("replica", "rds-read-replica", "net-c", {{"source", "db"}})
        .connect("db", "replica", "3306", "replication");
    design.set("web", "auto-scaling-group", "asg")
        .block("asg", "auto-scaling-group", "vpc", {{"subnets", ids({"net-a", "net-c"})}});
    const Drawn drawn(design);
    const Availability availability(drawn.graph);
    EXPECT_TRUE(availability.lostWithZone("a").contains(BlockId("db"))) << "nobody promotes it by itself";
    design.set("db", "multi-az", true);
    const Drawn standby(design);
    EXPECT_FALSE(Availability(standby.graph).lostWithZone("a").contains(BlockId("db")));
}

TEST(Pitfall, AuroraStorageSpansZonesButItsInstanceDoesNot)
{
    DesignBuilder design = network();
    design.block("aurora", "aurora-cluster", "vpc", {{"subnets", ids({"net-a", "net-c"})}});
    design.block("writer", "aurora-instance", "net-a", {{"cluster", "aurora"}});
    EXPECT_TRUE(Availability(Drawn(design).graph).lostWithZone("a").contains(BlockId("aurora")));
    design.block("reader", "aurora-instance", "net-c", {{"cluster", "aurora"}});
    const Drawn drawn(design);
    EXPECT_FALSE(Availability(drawn.graph).lostWithZone("a").contains(BlockId("aurora")));
}

TEST(Pitfall, FailoverNeedsAReplica)
{
    DesignBuilder design = network();
    design.block("cache", "elasticache", "net-a", {{"subnets", ids({"net-a", "net-c"})}, {"automatic-failover", true}});
    EXPECT_TRUE(Availability(Drawn(design).graph).lostWithZone("a").contains(BlockId("cache")))
        << "there is nothing to promote";
    design.set("cache", "replicas", 1);
    const Drawn drawn(design);
    EXPECT_FALSE(Availability(drawn.graph).lostWithZone("a").contains(BlockId("cache")));
}

TEST(Pitfall, AVpcOriginWantsTheGatewayAttachedAndNoRoute)
{
    DesignBuilder design = network();
    design.set("rt", "routes", rows({}))
        .set("sg", "inbound", rows({rule("80", "source", "com.amazonaws.global.cloudfront.origin-facing")}));
    design.block("cdn", "cloudfront").connect("cdn", "app", "80", "", {{"origin-access", "vpc-origin"}});
    EXPECT_TRUE(Drawn(design).reaches("cdn", "app", 80));
    design.remove("igw");
    EXPECT_EQ(Drawn(design).blockers("cdn", "app", 80), (std::set<std::string>{"no-internet-gateway"}));
}

TEST(Pitfall, AGatewayEndpointServesItsTablesAndNobodyElse)
{
    DesignBuilder design = network();
    design.block("s3", "s3-bucket")
        .block("end", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", ids({"rt"})}});
    design.set("rt", "routes", rows({}));
    EXPECT_TRUE(Drawn(design).reaches("app", "s3", 443));
    design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}})
        .block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    design.block("other-rt", "route-table", "other", {{"main", true}, {"routes", rows({route("10.0.0.0/16", "pcx")})}});
    design.block("other-net", "subnet", "other", {{"cidr", "10.1.0.0/24"}})
        .block("far", "ec2-instance", "other-net", {{"security-groups", ids({"sg"})}});
    EXPECT_FALSE(Drawn(design).reaches("far", "s3", 443)) << "not over a peering";
}

TEST(Pitfall, AnInterfaceEndpointHasASecurityGroup)
{
    DesignBuilder design = network();
    design.set("rt", "routes", rows({})).block("queue", "sqs");
    design.block("end", "vpc-endpoint-interface", "vpc",
                 {{"service", "sqs"}, {"subnets", ids({"net-a"})}, {"security-groups", ids({"sg"})}});
    EXPECT_FALSE(Drawn(design).reaches("app", "queue", 443)) << "it lets port 80 in";
    design.set("sg", "inbound", rows({rule("443", "source", "10.0.0.0/16")}));
    EXPECT_TRUE(Drawn(design).reaches("app", "queue", 443));
}

/// The application goes out through an instance.
DesignBuilder natInstance()
{
    DesignBuilder design = network();
    design.block("nat", "ec2-instance", "net-a",
                 {{"public-ip", true}, {"security-groups", ids({"nat-sg"})}, {"source-destination-check", false}});
    design.block("nat-sg", "security-group", "vpc", {{"inbound", rows({rule("443", "source", "10.0.0.0/16")})}});
    design.block("private", "route-table", "vpc", {{"routes", rows({route("0.0.0.0/0", "nat")})}})
        .set("net-c", "route-table", "private");
    return design;
}

TEST(Pitfall, ANatInstanceNeedsItsCheckOffAnAddressAndARule)
{
    EXPECT_TRUE(Drawn(natInstance()).reaches("app", "company", 443));
    EXPECT_EQ(Drawn(natInstance().set("nat", "source-destination-check", true)).blockers("app", "company", 443),
              (std::set<std::string>{"nat-check"}));
    EXPECT_EQ(Drawn(natInstance().set("nat", "public-ip", false)).blockers("app", "company", 443),
              (std::set<std::string>{"no-public-address-out"}));
    EXPECT_EQ(Drawn(natInstance()).blockers("app", "company", 80), (std::set<std::string>{"security-group-in"}));
}

TEST(Pitfall, NatHasAClientPortOfItsOwn)
{
    DesignBuilder design = natInstance();
    const Value everything =
        rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"destination", "0.0.0.0/0"}})});
    // Answers from the internet come to one port, the NAT's own answers go to another.
    design.block("acl", "network-acl", "vpc",
                 {{"inbound", rows({row({{"rule", 100},
                                         {"action", "allow"},
                                         {"protocol", "tcp"},
                                         {"ports", "443"},
                                         {"source", "10.0.0.0/16"}}),
                                    row({{"rule", 110},
                                         {"action", "allow"},
                                         {"protocol", "tcp"},
                                         {"ports", "50000-60000"},
                                         {"source", "0.0.0.0/0"}})})},
                  {"outbound", rows({row({{"rule", 100},
                                          {"action", "allow"},
                                          {"protocol", "tcp"},
                                          {"ports", "443"},
                                          {"destination", "0.0.0.0/0"}}),
                                     row({{"rule", 110},
                                          {"action", "allow"},
                                          {"protocol", "tcp"},
                                          {"ports", "1024-40000"},
                                          {"destination", "10.0.0.0/16"}})})}});
    design.set("net-a", "network-acl", "acl");
    EXPECT_TRUE(Drawn(design).reaches("app", "company", 443));
}

TEST(Pitfall, EveryPublicAddressCosts)
{
    EXPECT_EQ(PriceTable::published().find("public-ipv4", "ap-northeast-2")->perMonth().text(), "3.65");
}

TEST(Pitfall, PeeringsCollideOnSecondaryRangesToo)
{
    DesignBuilder design = network();
    design.set("vpc", "secondary-cidrs", ids({"100.64.0.0/16"}));
    design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}, {"secondary-cidrs", ids({"100.64.128.0/20"})}});
    design.block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    const Drawn drawn(design);
    const auto pairs = connectedPairs(drawn.graph, drawn.routes);
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_TRUE(std::any_of(pairs[0].a.ranges.begin(), pairs[0].a.ranges.end(), [&](const Cidr& one) {
        return std::any_of(pairs[0].b.ranges.begin(), pairs[0].b.ranges.end(),
                           [&](const Cidr& other) { return one.overlaps(other); });
    }));
}

TEST(Pitfall, TheMostSpecificRouteDecidesPerDestination)
{
    DesignBuilder design = network();
    design.block("nat", "nat-gateway", "net-a").block("tgw", "transit-gateway", "", {{"attachments", ids({"vpc"})}});
    design.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}})
        .block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    design.block(
        "mixed", "route-table", "vpc",
        {{"routes", rows({route("0.0.0.0/0", "nat"), route("203.0.113.0/24", "igw"), route("10.0.0.0/8", "tgw"),
                          route("10.1.0.0/16", "pcx"), route("192.0.2.0/24", "gone")})}});
    design.set("net-c", "route-table", "mixed");
    const Drawn drawn(design);
    const auto kind = [&](const char* destination) {
        return drawn.routes.egressTo(BlockId("net-c"), *parseCidr(destination), false).kind;
    };
    EXPECT_EQ(kind("10.0.0.0/24"), Egress::Kind::Local);
    EXPECT_EQ(kind("8.8.8.8/32"), Egress::Kind::Nat);
    EXPECT_EQ(kind("203.0.113.9/32"), Egress::Kind::NoPublicAddress)
        << "an internet gateway answers public addresses only";
    EXPECT_EQ(kind("10.9.0.0/16"), Egress::Kind::Transit);
    EXPECT_EQ(kind("10.1.5.0/24"), Egress::Kind::Peering);
    EXPECT_EQ(kind("192.0.2.1/32"), Egress::Kind::None) << "a blackhole, though a wider route would lead somewhere";
    EXPECT_EQ(drawn.routes.egressTo(BlockId("net-c"), *parseCidr("8.8.8.8/32"), false).path,
              (std::vector<std::string>{"net-c", "mixed", "nat"}));
}

TEST(Pitfall, TheOfficeNeedsARouteBackOverItsVpnOrDirectConnect)
{
    for (const char* carrier : {"site-to-site-vpn", "direct-connect"}) {
        DesignBuilder design = network();
        design.block("office", "external-network", "", {{"cidr", "192.168.0.0/24"}})
            .block("line", carrier)
            .block("vgw", "virtual-private-gateway", "vpc");
        design.connect("office", "line", "", "attach").connect("line", "vgw", "", "attach");
        EXPECT_EQ(Drawn(design).blockers("office", "app", 80), (std::set<std::string>{"no-return-route"})) << carrier;
        design.set("rt", "routes", rows({route("0.0.0.0/0", "igw"), route("192.168.0.0/16", "vgw")}));
        EXPECT_TRUE(Drawn(design).reaches("office", "app", 80)) << carrier;
    }
}

}  // namespace
}  // namespace lintel::model::analysis
