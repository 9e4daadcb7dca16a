#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::webDesign;

constexpr const char* kRule = "sg-ref-ineffective";

/// A server that calls the load balancer by its public name.
support::DesignBuilder callsItself(const char* source)
{
    return webDesign().set("sg-alb", "inbound", inboundRule("443", source)).connect("app-a", "alb", "443");
}

TEST(SgRefIneffective, APublicNameLosesTheGroup)
{
    const auto found = findingsOf(callsItself("sg-app").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a-alb", "sg-app"}));
    EXPECT_EQ(found[0].message.id, "rule.sg-ref-ineffective.public");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(SgRefIneffective, IsSilentWhereAddressesLetItInOrItStaysInside)
{
    EXPECT_TRUE(findingsOf(callsItself("0.0.0.0/0").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(callsItself("sg-app").set("alb", "scheme", "internal").build(), kRule).empty());
}

/// The same between two VPCs.
support::DesignBuilder acrossVpcs()
{
    auto design = webDesign();
    design.block("far", "vpc", "", {{"cidr", "10.9.0.0/16"}})
        .block("far-subnet", "subnet", "far", {{"cidr", "10.9.0.0/24"}});
    design.block("sg-far", "security-group", "far", {{"inbound", inboundRule("5000", "sg-app")}});
    design.block("far-server", "ec2-instance", "far-subnet", {{"ports", "5000"}, {"security-groups", ids({"sg-far"})}});
    design.block("tgw", "transit-gateway", "", {{"attachments", ids({"vpc", "far"})}});
    return design.connect("app-a", "far-server", "5000");
}

TEST(SgRefIneffective, ATransitGatewayDropsTheGroupUnlessTold)
{
    const auto found = findingsOf(acrossVpcs().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app-a", "tgw", "far-server"}));
    EXPECT_TRUE(findingsOf(acrossVpcs().set("tgw", "security-group-referencing", true).build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(acrossVpcs().set("sg-far", "inbound", inboundRule("5000", "10.0.0.0/16")).build(), kRule).empty());
}

TEST(SgRefIneffective, APeeringKeepsTheGroup)
{
    EXPECT_TRUE(
        findingsOf(acrossVpcs().block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "far"}}).build(),
                   kRule)
            .empty());
}

}  // namespace
}  // namespace lintel
