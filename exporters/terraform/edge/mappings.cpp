#include "exporters/terraform/mappings.h"
#include "exporters/terraform/edge/edge.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> edgeMappings()
{
    using namespace edge;
    return {
        {"route53-zone", mapZone},      {"acm-certificate", mapCertificate},
        {"waf-web-acl", mapWebAcl},     {"target-group", mapTargetGroup},
        {"alb", mapLoadBalancer},       {"nlb", mapLoadBalancer},
        {"api-gateway", mapApiGateway}, {"appsync", mapGraphql},
        {"vpc-lattice", mapLattice},    {"cloudfront", mapDistribution},
        {"route53-record", mapRecord},
    };
}

}  // namespace lintel::exporters::terraform
