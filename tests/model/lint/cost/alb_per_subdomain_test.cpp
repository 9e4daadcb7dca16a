#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

model::Value listener(const char* host, const char* target)
{
    return support::rows({support::row({{"protocol", "HTTPS"}, {"port", 443}, {"host", host}, {"target", target}})});
}

/// Two internet-facing load balancers of one VPC, one host name each.
DesignBuilder twoLoadBalancers()
{
    DesignBuilder design;
    design.block("vpc", "vpc")
        .block("users", "users")
        .block("zone", "route53-zone")
        .block("sg", "security-group", "vpc");
    design.block("tg-api", "target-group", "vpc").block("tg-www", "target-group", "vpc");
    design.block("api", "alb", "vpc",
                 {{"security-groups", support::ids({"sg"})}, {"listeners", listener("api.example.com", "tg-api")}});
    design.block("www", "alb", "vpc",
                 {{"security-groups", support::ids({"sg"})}, {"listeners", listener("www.example.com", "tg-www")}});
    design.block("record", "route53-record", "zone", {{"target", "www"}});
    return design.connect("users", "api", "443").connect("users", "www", "443").connect("record", "www", "", "dns");
}

TEST(AlbPerSubdomain, FindsThemOnceAndSuggestsToMerge)
{
    const auto document = twoLoadBalancers().build();
    const auto found = findingsOf(document, "alb-per-subdomain");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"api", "www"}));
    EXPECT_FALSE(found[0].fixes.at(0).automatic) << "DNS has to follow";
    support::expectFixes(document, found[0], "merge");

    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_FALSE(fixed->blocks.contains(model::BlockId("www")));
    EXPECT_EQ(fixed->blocks.find(model::BlockId("api"))->property("listeners").toList().size(), 2u);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("record"))->property("target").toString(), "api");
    EXPECT_EQ(fixed->connections.find(model::ConnectionId("record-www"))->to, model::BlockId("api"));
    EXPECT_FALSE(fixed->connections.contains(model::ConnectionId("users-www"))) << "the same arrow is there already";
}

TEST(AlbPerSubdomain, IsSilentForTheSameHost)
{
    EXPECT_TRUE(findingsOf(twoLoadBalancers().set("www", "listeners", listener("api.example.com", "tg-www")).build(),
                           "alb-per-subdomain")
                    .empty());
}

TEST(AlbPerSubdomain, IsSilentWhereTheyMustDiffer)
{
    EXPECT_TRUE(findingsOf(twoLoadBalancers().set("www", "scheme", "internal").build(), "alb-per-subdomain").empty());
    EXPECT_TRUE(
        findingsOf(twoLoadBalancers().set("www", "environment", "development").build(), "alb-per-subdomain").empty());
    auto guarded = twoLoadBalancers().block("waf", "waf-web-acl");
    EXPECT_TRUE(findingsOf(guarded.set("www", "web-acl", "waf").build(), "alb-per-subdomain").empty());
    auto grouped = twoLoadBalancers().block("sg-2", "security-group", "vpc");
    EXPECT_TRUE(
        findingsOf(grouped.set("www", "security-groups", support::ids({"sg-2"})).build(), "alb-per-subdomain").empty());
}

TEST(AlbPerSubdomain, IsSilentForOneWithTwoHosts)
{
    auto draft = twoLoadBalancers().set("www", "listeners", model::Value());
    EXPECT_TRUE(findingsOf(draft.build(), "alb-per-subdomain").empty());
}

}  // namespace
}  // namespace lintel
