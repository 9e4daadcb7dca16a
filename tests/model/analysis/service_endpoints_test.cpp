#include "model/analysis/service_endpoints.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using Services = std::vector<std::string_view>;

DesignBuilder network()
{
    DesignBuilder design;
    design.block("vpc", "vpc")
        .block("other", "vpc")
        .block("rt", "route-table", "vpc")
        .block("rt-2", "route-table", "vpc");
    return design.block("app", "subnet", "vpc", {{"route-table", "rt"}});
}

Services uncovered(const DesignBuilder& design, std::string_view kind)
{
    const graph::ArchitectureGraph graph(design.build(), embedded::catalogue());
    return uncoveredServices(graph, Routes(graph), BlockId("app"), kind);
}

TEST(ServiceEndpoints, KnowsTheServicesOfTheCatalogue)
{
    EXPECT_EQ(endpointServicesOf("ecr"), (Services{"ecr.api", "ecr.dkr", "s3"}));
    EXPECT_TRUE(endpointServicesOf("ec2-instance").empty());
    for (const catalogue::Kind& kind : embedded::catalogue().kinds()) {
        // What has an address of its own in the VPC needs no endpoint.
        const bool isRegional = !endpointServicesOf(kind.id.text()).empty();
        if (isRegional) {
            EXPECT_FALSE(kind.facts.contains("software")) << kind.id.text();
        }
    }
}

TEST(ServiceEndpoints, AnInterfaceEndpointServesTheWholeVpc)
{
    EXPECT_EQ(uncovered(network(), "sqs"), Services{"sqs"});
    EXPECT_TRUE(uncovered(network().block("e", "vpc-endpoint-interface", "vpc", {{"service", "sqs"}}), "sqs").empty());
    EXPECT_FALSE(
        uncovered(network().block("e", "vpc-endpoint-interface", "other", {{"service", "sqs"}}), "sqs").empty());
    EXPECT_FALSE(uncovered(network().block("e", "vpc-endpoint-interface", "vpc", {{"service", "sns"}}), "sqs").empty());
}

TEST(ServiceEndpoints, AGatewayEndpointServesItsRouteTables)
{
    const auto with = [](const char* table) {
        return network().block("e", "vpc-endpoint-gateway", "vpc",
                               {{"service", "s3"}, {"route-tables", support::ids({table})}});
    };
    EXPECT_TRUE(uncovered(with("rt"), "s3-bucket").empty());
    EXPECT_FALSE(uncovered(with("rt-2"), "s3-bucket").empty());
    EXPECT_FALSE(uncovered(with("rt"), "dynamodb").empty());
}

}  // namespace
}  // namespace lintel::model::analysis
