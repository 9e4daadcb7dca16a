#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

model::Value inbound(const char* ports, const char* source)
{
    return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

/// A public load balancer for `api`; `caller` sits beside it in the private subnet.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "vpc")
        .block("local", "route-table", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    for (const char* zone : {"a", "c"}) {
        const std::string az = std::string("az-") + zone;
        design.block(az, "availability-zone", "vpc", {{"zone", zone}});
        design.block(std::string("front-") + zone, "subnet", az,
                     {{"cidr", *zone == 'a' ? "10.0.0.0/24" : "10.0.1.0/24"}, {"route-table", "rt"}});
        design.block(std::string("back-") + zone, "subnet", az,
                     {{"cidr", *zone == 'a' ? "10.0.2.0/24" : "10.0.3.0/24"}, {"route-table", "local"}});
    }
    design.block("sg-alb", "security-group", "vpc", {{"inbound", inbound("443", "0.0.0.0/0")}});
    design.block("sg-api", "security-group", "vpc", {{"inbound", inbound("8080", "sg-alb")}})
        .block("sg-caller", "security-group", "vpc");
    design.block("tg", "target-group", "vpc", {{"port", 8080}, {"targets", ids({"api"})}});
    design.block(
        "alb", "alb", "vpc",
        {{"subnets", ids({"front-a", "front-c"})},
         {"security-groups", ids({"sg-alb"})},
         {"listeners", rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"action", "forward"}, {"target", "tg"}})})}});
    design.block("api", "ec2-instance", "back-a", {{"security-groups", ids({"sg-api"})}});
    design.block("caller", "ec2-instance", "back-c", {{"security-groups", ids({"sg-caller"})}}).block("users", "users");
    return design.connect("alb", "tg", "", "attach").connect("alb", "api", "8080").connect("users", "alb", "443");
}

std::size_t findings(const DesignBuilder& draft) { return findingsOf(draft.build(), "internal-via-public-lb").size(); }

TEST(InternalViaPublicLb, FindsTheHairpinAndDrawsAnInternalOne)
{
    const auto document = design().connect("caller", "alb", "443").build();
    const auto found = findingsOf(document, "internal-via-public-lb");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "caller-alb"}));
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "add-internal-load-balancer");

    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    const model::graph::ArchitectureGraph graph(fixed, model::embedded::catalogue());
    EXPECT_EQ(graph.connection(model::ConnectionId("caller-alb"))->to.text(), "alb-internal");
    EXPECT_EQ(graph.value(model::BlockId("alb-internal"), "subnets"), ids({"back-a", "back-c"}));
    ASSERT_EQ(graph.targetsOf(model::BlockId("alb-internal")).size(), 1u);
    EXPECT_NE(graph.targetsOf(model::BlockId("alb-internal"))[0].group.text(), "tg")
        << "a target group belongs to one load balancer";
}

TEST(InternalViaPublicLb, NamesEveryCallOnce)
{
    auto draft = design();
    draft.block("other", "ec2-instance", "back-a").connect("caller", "alb", "443").connect("other", "alb", "443");
    const auto found = findingsOf(draft.build(), "internal-via-public-lb");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "caller-alb", "other-alb"}));
}

TEST(InternalViaPublicLb, IsSilentForPeopleAndForAnInternalLoadBalancer)
{
    EXPECT_EQ(findings(design()), 0u);
    EXPECT_EQ(findings(design().connect("caller", "alb", "443").set("alb", "scheme", "internal")), 0u);
}

TEST(InternalViaPublicLb, IsSilentForAnotherVpcUnlessTheyAreConnected)
{
    auto draft = design();
    draft.block("other", "vpc", "", {{"cidr", "10.1.0.0/16"}})
        .block("far", "subnet", "other")
        .block("client", "ec2-instance", "far")
        .connect("client", "alb", "443");
    EXPECT_EQ(findings(draft), 0u) << "the internet is its way";
    draft.block("pcx", "vpc-peering", "", {{"requester", "other"}, {"accepter", "vpc"}});
    EXPECT_EQ(findings(draft), 1u);
}

TEST(InternalViaPublicLb, IsSilentForOtherRelations)
{
    EXPECT_EQ(findings(design().connect("caller", "alb", "", "observe")), 0u);
}

}  // namespace
}  // namespace lintel
