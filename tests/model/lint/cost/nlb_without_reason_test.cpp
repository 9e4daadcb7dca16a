#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::twoZones;

DesignBuilder balancer(model::Properties group = {{"protocol", "TCP"}, {"port", 8000}, {"health-check", "/health"}})
{
    auto design = twoZones().block("api", "ec2-instance", "app-a", {{"ports", "8000"}});
    group["targets"] = ids({"api"});
    design.block("tg", "target-group", "vpc", std::move(group));
    return design.block("nlb", "nlb", "vpc",
                        {{"scheme", "internal"},
                         {"subnets", ids({"app-a", "app-c"})},
                         {"listeners", rows({row({{"protocol", "TCP"}, {"port", 8000}, {"target", "tg"}})})}});
}

TEST(NlbWithoutReason, FindsOneInFrontOfHttp)
{
    const auto document = balancer().build();
    const auto found = findingsOf(document, "nlb-without-reason");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"nlb"});
    support::expectFixes(document, found[0], "alb");
}

TEST(NlbWithoutReason, IsSilentForEveryReason)
{
    EXPECT_TRUE(findingsOf(balancer().set("nlb", "reason", "static-ip").build(), "nlb-without-reason").empty());
    EXPECT_TRUE(findingsOf(balancer().block("eip", "elastic-ip").connect("eip", "nlb", "", "attach").build(),
                           "nlb-without-reason")
                    .empty());
    EXPECT_TRUE(findingsOf(balancer().block("gateway", "api-gateway").connect("gateway", "nlb", "8000").build(),
                           "nlb-without-reason")
                    .empty());
    const auto tls = rows({row({{"protocol", "TLS"}, {"port", 443}, {"target", "tg"}})});
    EXPECT_TRUE(findingsOf(balancer().set("nlb", "listeners", tls).build(), "nlb-without-reason").empty());
}

TEST(NlbWithoutReason, IsSilentWhereNobodySaysHttp)
{
    EXPECT_TRUE(findingsOf(balancer({{"protocol", "TCP"}, {"port", 1883}}).build(), "nlb-without-reason").empty());
    EXPECT_TRUE(findingsOf(balancer().set("nlb", "listeners", {}).build(), "nlb-without-reason").empty());
}

}  // namespace
}  // namespace lintel
