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

/// A server in a private subnet that leaves through a NAT gateway.
DesignBuilder behindNat()
{
    auto design =
        twoZones().block("eip", "elastic-ip", "vpc").block("nat", "nat-gateway", "public-a", {{"elastic-ip", "eip"}});
    design.set("rt-app", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})}));
    return design.block("api", "ec2-instance", "app-a");
}

TEST(NatForS3Dynamodb, FindsABucketBehindNatAndDrawsTheFreeEndpoint)
{
    const auto document = behindNat().block("bucket", "s3-bucket").connect("api", "bucket", "443").build();
    const auto found = findingsOf(document, "nat-for-s3-dynamodb");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"api-bucket"});
    support::expectFixes(document, found[0], "gateway-endpoint");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(NatForS3Dynamodb, SeesPodsOnTheirNodes)
{
    auto draft = behindNat()
                     .block("eks", "eks-cluster", "vpc", {{"subnets", ids({"app-a", "app-c"})}})
                     .block("nodes", "eks-node-group", "eks");
    draft.block("pod", "eks-workload", "nodes").block("table", "dynamodb").connect("pod", "table", "443");
    EXPECT_EQ(findingsOf(draft.build(), "nat-for-s3-dynamodb").size(), 1u);
}

TEST(NatForS3Dynamodb, IsSilentWithAnEndpointInPublicSubnetsAndForOtherServices)
{
    auto endpoint = behindNat().block("bucket", "s3-bucket").connect("api", "bucket", "443");
    endpoint.block("endpoint", "vpc-endpoint-gateway", "vpc", {{"service", "s3"}, {"route-tables", ids({"rt-app"})}});
    EXPECT_TRUE(findingsOf(endpoint.build(), "nat-for-s3-dynamodb").empty());
    auto open = twoZones()
                    .block("api", "ec2-instance", "public-a", {{"public-ip", true}})
                    .block("bucket", "s3-bucket")
                    .connect("api", "bucket", "443");
    EXPECT_TRUE(findingsOf(open.build(), "nat-for-s3-dynamodb").empty());
    EXPECT_TRUE(
        findingsOf(behindNat().block("queue", "sqs").connect("api", "queue", "443").build(), "nat-for-s3-dynamodb")
            .empty());
}

}  // namespace
}  // namespace lintel
