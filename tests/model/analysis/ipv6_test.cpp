#include "model/analysis/analyses.h"
#include "model/analysis/ipv6_endpoint.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

using Path = std::vector<std::string>;

Value open(const char* source, const char* ports = "443")
{
    return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

/// A dual-stack VPC: IPv6 of `front` leads to the internet gateway, that of `back` to the egress-only one.
DesignBuilder dualStack()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"ipv6-cidr", "2001:db8:0:100::/56"}});
    design.block("igw", "internet-gateway", "vpc").block("eigw", "egress-only-internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc", {{"routes", rows({row({{"destination", "::/0"}, {"target", "igw"}})})}});
    design.block("out", "route-table", "vpc", {{"routes", rows({row({{"destination", "::/0"}, {"target", "eigw"}})})}});
    design.block("front", "subnet", "vpc",
                 {{"cidr", "10.0.0.0/24"}, {"ipv6-cidr", "2001:db8:0:100::/64"}, {"route-table", "rt"}});
    design.block("back", "subnet", "vpc",
                 {{"cidr", "10.0.1.0/24"}, {"ipv6-cidr", "2001:db8:0:101::/64"}, {"route-table", "out"}});
    design.block("sg", "security-group", "vpc", {{"inbound", open("::/0")}});
    design.block("web", "ec2-instance", "front", {{"security-groups", ids({"sg"})}});
    design.block("app", "ec2-instance", "back", {{"security-groups", ids({"sg"})}});
    return design.block("api", "generic-external");
}

struct Asked {
    explicit Asked(const DesignBuilder& design) : analyses(design.build(), embedded::catalogue()) {}

    Reach reach(const char* from, const char* to, int port = 443, Family family = Family::Ipv6) const
    {
        return analyses.reachability().reach(BlockId(from), BlockId(to), {"tcp", port, family});
    }
    std::string blockers(const char* from, const char* to, int port = 443) const
    {
        std::string text;
        for (const auto& set : reach(from, to, port).blockers) {
            for (const Blocker& one : set) text += one.message.id.substr(14) + "(" + one.subject + ") ";
            text += "; ";
        }
        return text;
    }
    std::optional<SubnetClass> classOf(const char* subnet) const
    {
        return analyses.routes().ipv6ClassOf(BlockId(subnet));
    }
    Egress egress(const char* subnet) const { return analyses.routes().ipv6Egress(BlockId(subnet)); }

    Analyses analyses;
};

TEST(Ipv6, ClassesStandApartFromThoseOfIpv4)
{
    const Asked asked(dualStack());
    EXPECT_EQ(asked.classOf("front"), SubnetClass::Public);
    EXPECT_EQ(asked.classOf("back"), SubnetClass::Private) << "an egress-only gateway is no way in";
    EXPECT_EQ(asked.analyses.routes().classOf(BlockId("front")), SubnetClass::Isolated) << "of IPv4 there is no route";
    DesignBuilder fourth = dualStack();
    fourth.set("rt", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})}));
    EXPECT_EQ(Asked(fourth).classOf("front"), SubnetClass::Isolated) << "0.0.0.0/0 does not include IPv6";
    EXPECT_EQ(Asked(fourth.set("front", "ipv6-cidr", Value())).classOf("front"), std::nullopt);
    EXPECT_EQ(Asked(fourth.set("back", "route-table", "gone")).classOf("back"), SubnetClass::Unknown);
}

TEST(Ipv6, ARouteIntoTheVpcsOwnRangeMakesNothingPublic)
{
    DesignBuilder design = dualStack();
    design.set("rt", "routes",
               rows({row({{"destination", "2001:db8:0:101::/64"}, {"target", "igw"}}),
                     row({{"destination", "fd00::/8"}, {"target", "igw"}})}));
    EXPECT_EQ(Asked(design).classOf("front"), SubnetClass::Isolated);
}

TEST(Ipv6, EgressHasItsOwnClasses)
{
    const Asked asked(dualStack());
    EXPECT_EQ(asked.egress("front").kind, Egress::Kind::Direct);
    EXPECT_EQ(asked.egress("back").kind, Egress::Kind::EgressOnly);
    EXPECT_EQ(asked.egress("back").path, (Path{"back", "out", "eigw"}));
    const Routes& routes = asked.analyses.routes();
    EXPECT_EQ(routes.ipv6EgressTo(BlockId("front"), *parseIpv6Range("2001:db8:0:101::5/128")).kind,
              Egress::Kind::Local);
    DesignBuilder design = dualStack();
    design.block("nat", "nat-gateway", "front");
    design.set("out", "routes", rows({row({{"destination", "::/0"}, {"target", "nat"}})}));
    EXPECT_EQ(Asked(design).egress("back").kind, Egress::Kind::None) << "a NAT gateway is for IPv4";
    EXPECT_EQ(Asked(design.set("front", "ipv6-cidr", Value())).egress("front").kind, Egress::Kind::None);
}

TEST(Ipv6, TheInternetComesInByTheInternetGatewayOnly)
{
    const Asked asked(dualStack());
    const Reach found = asked.reach("", "web");
    ASSERT_TRUE(found.reachable);
    EXPECT_EQ(found.path, (Path{"igw", "rt", "front", "sg", "web"}));
    EXPECT_TRUE(found.sources.isInternetWide());
    EXPECT_FALSE(asked.reach("", "web", 443, Family::Ipv4).reachable);
    EXPECT_EQ(asked.blockers("", "app"), "egress-only(out) ; ");
    EXPECT_EQ(asked.blockers("", "web", 22), "security-group-in(sg) ; ");
}

TEST(Ipv6, BothGatewaysLetOut)
{
    const Asked asked(dualStack());
    EXPECT_EQ(asked.reach("app", "api").path, (Path{"app", "back", "out", "eigw", "api"}));
    EXPECT_EQ(asked.reach("web", "api").path, (Path{"web", "front", "rt", "igw", "api"}));
    DesignBuilder design = dualStack();
    design.set("out", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})}));
    EXPECT_EQ(Asked(design).blockers("app", "api"), "no-ipv6-route(out) ; ");
}

TEST(Ipv6, RulesOfTheOtherFamilyAreAboutOthers)
{
    DesignBuilder design = dualStack();
    design.set("sg", "inbound", open("0.0.0.0/0"));
    EXPECT_EQ(Asked(design).blockers("", "web"), "security-group-in(sg) ; ");
    design.set("sg", "inbound", open("2001:db8:0:101::/64"));
    EXPECT_TRUE(Asked(design).reach("app", "web").reachable);
    EXPECT_FALSE(Asked(design).reach("", "web").reachable) << "the VPC's own range is not the internet";
    design.set("sg", "inbound", open("sg"));
    EXPECT_TRUE(Asked(design).reach("app", "web").reachable) << "a group stands for both families";
}

TEST(Ipv6, AnAclDecidesPerFamily)
{
    DesignBuilder design = dualStack();
    const auto rule = [](int number, const char* action, const char* end, const char* range) {
        return row({{"rule", number}, {"action", action}, {end, range}});
    };
    design.block("acl", "network-acl", "vpc",
                 {{"inbound", rows({rule(1, "deny", "source", "::/0"), rule(2, "allow", "source", "0.0.0.0/0")})},
                  {"outbound", rows({rule(1, "allow", "destination", "::/0")})}});
    design.set("front", "network-acl", "acl");
    EXPECT_EQ(Asked(design).blockers("", "web"), "acl-in(acl) ; ");
    design.set("acl", "inbound", rows({rule(1, "allow", "source", "::/0")}));
    EXPECT_TRUE(Asked(design).reach("", "web").reachable);
    design.set("acl", "outbound", rows({rule(1, "allow", "destination", "0.0.0.0/0")}));
    EXPECT_EQ(Asked(design).blockers("", "web"), "acl-reply-out(acl) ; ");
}

TEST(Ipv6, WhatHasNoAddressSaysSo)
{
    DesignBuilder design = dualStack();
    design.block("db", "rds-instance", "back", {{"security-groups", ids({"sg"})}});
    design.block("bucket", "s3-bucket");
    const Asked asked(design);
    EXPECT_EQ(asked.blockers("web", "db"), "no-ipv6(db) ; ");
    EXPECT_EQ(asked.blockers("web", "bucket"), "no-ipv6(bucket) ; ");
    EXPECT_FALSE(speaksIpv6(asked.analyses.graph(), BlockId("db")));
    EXPECT_TRUE(speaksIpv6(asked.analyses.graph(), BlockId("web")));
    EXPECT_TRUE(speaksIpv6(asked.analyses.graph(), BlockId()));
    DesignBuilder without = dualStack();
    without.set("front", "ipv6-cidr", Value()).set("back", "ipv6-cidr", Value());
    EXPECT_EQ(Asked(without).blockers("", "web"), "no-ipv6(web) ; ");
    EXPECT_FALSE(usesIpv6(Asked(without).analyses.graph()));
}

TEST(Ipv6, ADualStackLoadBalancerSpeaksIpv4ToItsTargets)
{
    DesignBuilder design = dualStack();
    design.block("alb", "alb", "vpc",
                 {{"subnets", ids({"front"})},
                  {"security-groups", ids({"sg"})},
                  {"listeners", rows({row({{"protocol", "HTTPS"}, {"port", 443}})})}});
    design.block("inner", "security-group", "vpc", {{"inbound", open("sg", "8080")}});
    design.set("back", "ipv6-cidr", Value()).set("app", "security-groups", ids({"inner"}));
    design.connect("alb", "app", "8080");
    EXPECT_FALSE(Asked(design).reach("", "app", 8080).reachable) << "it takes IPv4 only unless it says otherwise";
    design.set("alb", "ip-address-type", "dualstack");
    EXPECT_TRUE(Asked(design).reach("", "app", 8080).reachable) << "from there on it is IPv4";
    EXPECT_TRUE(Asked(design).reach("web", "alb").reachable) << "inside the VPC, without a way out";
    design.set("alb", "scheme", "internal");
    EXPECT_EQ(Asked(design).blockers("", "alb"), "internal-load-balancer(alb) ; ");
}

TEST(Ipv6, LintSeesWhatIsOpenOverIpv6Alone)
{
    const Asked asked(dualStack());
    EXPECT_TRUE(asked.analyses.reachability().directFromInternet(BlockId("web"), 443).reachable);
    EXPECT_FALSE(asked.analyses.reachability().directFromInternet(BlockId("app"), 443).reachable);
}

}  // namespace
}  // namespace lintel::model::analysis
