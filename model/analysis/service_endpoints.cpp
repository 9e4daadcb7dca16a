#include "model/analysis/service_endpoints.h"

#include <algorithm>
#include <map>

namespace lintel::model::analysis {

namespace {

using Services = std::vector<std::string_view>;

// "AWS services that integrate with AWS PrivateLink", for the kinds of the catalogue.
const std::map<std::string_view, Services> kServices{
    {"api-gateway", {"execute-api"}},
    {"athena", {"athena"}},
    {"cloudwatch-alarm", {"monitoring"}},
    {"cloudwatch-logs", {"logs"}},
    {"codebuild", {"codebuild"}},
    {"codedeploy", {"codedeploy"}},
    {"codepipeline", {"codepipeline"}},
    {"dynamodb", {"dynamodb"}},
    {"ecr", {"ecr.api", "ecr.dkr", "s3"}},
    {"eventbridge", {"events"}},
    {"firehose", {"kinesis-firehose"}},
    {"glue", {"glue"}},
    {"kinesis", {"kinesis-streams"}},
    {"kms-key", {"kms"}},
    {"lambda", {"lambda"}},
    {"mediaconvert", {"mediaconvert"}},
    {"parameter-store", {"ssm"}},
    {"s3-bucket", {"s3"}},
    {"secrets-manager", {"secretsmanager"}},
    {"ses", {"email-smtp"}},
    {"sns", {"sns"}},
    {"sqs", {"sqs"}},
    {"step-functions", {"states"}},
};

bool isCovered(const graph::ArchitectureGraph& graph, const Routes& routes, const BlockId& subnet,
               std::string_view service)
{
    const BlockId vpc = graph.vpcOf(subnet);
    for (const BlockId& endpoint : graph.blocksOfKind("vpc-endpoint-interface"))
        if (graph.vpcOf(endpoint) == vpc && graph.value(endpoint, "service").toString() == service) return true;
    const BlockId table = routes.tableOf(subnet);
    if (table.isEmpty()) return false;
    for (const BlockId& endpoint : graph.blocksOfKind("vpc-endpoint-gateway")) {
        if (graph.vpcOf(endpoint) != vpc || graph.value(endpoint, "service").toString() != service) continue;
        const std::vector<BlockId> tables = graph.references(endpoint, "route-tables");
        if (std::find(tables.begin(), tables.end(), table) != tables.end()) return true;
        for (const Route& route : routes.routesOf(table))
            if (route.target == endpoint) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string_view> endpointServicesOf(std::string_view kind)
{
    const auto found = kServices.find(kind);
    return found == kServices.end() ? Services{} : found->second;
}

std::vector<std::string_view> uncoveredServices(const graph::ArchitectureGraph& graph, const Routes& routes,
                                                const BlockId& subnet, std::string_view kind)
{
    Services open = endpointServicesOf(kind);
    std::erase_if(open, [&](std::string_view service) { return isCovered(graph, routes, subnet, service); });
    return open;
}

bool hasGatewayEndpoint(std::string_view service) { return service == "s3" || service == "dynamodb"; }

}  // namespace lintel::model::analysis
