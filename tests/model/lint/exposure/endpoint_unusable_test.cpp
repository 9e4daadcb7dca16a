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

constexpr const char* kRule = "endpoint-unusable";

/// The servers call SQS; its endpoint takes HTTPS from the load balancer's group only.
support::DesignBuilder withEndpoint(const char* source)
{
    auto design = webDesign();
    design.block("sqs", "sqs").connect("app-a", "sqs", "443");
    design.block("sg-endpoint", "security-group", "vpc", {{"inbound", inboundRule("443", source)}});
    return design.block("vpce", "vpc-endpoint-interface", "private-a",
                        {{"service", "sqs"}, {"security-groups", ids({"sg-endpoint"})}});
}

TEST(EndpointUnusable, FindsUsersThatTheEndpointShutsOut)
{
    const auto document = withEndpoint("sg-alb").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app-a", "app-a-sqs", "sg-endpoint", "vpce"}));
    support::expectFixes(document, found[0], "allow");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(EndpointUnusable, IsSilentForWhoIsLetIn)
{
    EXPECT_TRUE(findingsOf(withEndpoint("sg-app").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(withEndpoint("10.0.0.0/16").build(), kRule).empty());
}

TEST(EndpointUnusable, WithoutPrivateDnsNobodyIsLedThere)
{
    EXPECT_TRUE(findingsOf(withEndpoint("sg-alb").set("vpce", "private-dns", false).build(), kRule).empty());
}

TEST(EndpointUnusable, AnEndpointForAnotherServiceIsNotAsked)
{
    EXPECT_TRUE(findingsOf(withEndpoint("sg-alb").set("vpce", "service", "sns").build(), kRule).empty());
}

TEST(EndpointUnusable, IsSilentWhileItsGroupIsNotDrawn)
{
    EXPECT_TRUE(
        findingsOf(withEndpoint("sg-alb").set("vpce", "security-groups", model::Value()).build(), kRule).empty());
}

TEST(EndpointUnusable, NobodyReachesAGatewayEndpointFromAnotherNetwork)
{
    auto design = webDesign();
    design.block("s3-endpoint", "vpc-endpoint-gateway", "vpc",
                 {{"service", "s3"}, {"route-tables", ids({"rt-private"})}});
    design.block("office", "external-network", "", {{"cidr", "192.168.0.0/24"}}).connect("app-a", "s3-endpoint", "443");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << "its own VPC does";
    const auto found = findingsOf(design.connect("office", "s3-endpoint", "443").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"s3-endpoint", "office-s3-endpoint"}));
}

}  // namespace
}  // namespace lintel
