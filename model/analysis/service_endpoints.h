#pragma once

#include "model/analysis/routes.h"

#include <string_view>
#include <vector>

namespace lintel::model::analysis {

/// The names under which VPC endpoints exist for what a block of the kind is: `ecr` needs `ecr.api`, `ecr.dkr` and
/// `s3` (for the layers). Empty for what is no regional AWS service with an API.
std::vector<std::string_view> endpointServicesOf(std::string_view kind);

/// Of those, the ones that a subnet cannot reach privately: no interface endpoint in its VPC, no gateway endpoint on
/// its route table.
std::vector<std::string_view> uncoveredServices(const graph::ArchitectureGraph& graph, const Routes& routes,
                                                const BlockId& subnet, std::string_view kind);

/// S3 and DynamoDB: endpoints that cost nothing.
bool hasGatewayEndpoint(std::string_view service);

}  // namespace lintel::model::analysis
