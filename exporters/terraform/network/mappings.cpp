#include "exporters/terraform/mappings.h"
#include "exporters/terraform/network/network.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> networkMappings()
{
    using namespace network;
    return {
        {"vpc", mapVpc},
        {"subnet", mapSubnet},
        {"internet-gateway", mapInternetGateway},
        {"elastic-ip", mapElasticIp},
        {"nat-gateway", mapNatGateway},
        {"route-table", mapRouteTable},
        {"network-acl", mapNetworkAcl},
    };
}

}  // namespace lintel::exporters::terraform
