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
        {"virtual-private-gateway", mapVpnGateway},
        {"egress-only-internet-gateway", mapEgressOnlyGateway},
        {"vpc-peering", mapPeering},
        {"transit-gateway", mapTransitGateway},
        {"site-to-site-vpn", mapVpn},
        {"client-vpn", mapClientVpn},
        {"direct-connect", mapDirectConnect},
        {"vpc-endpoint-gateway", mapGatewayEndpoint},
        {"vpc-endpoint-interface", mapInterfaceEndpoint},
        {"route-table", mapRouteTable},
        {"network-acl", mapNetworkAcl},
    };
}

}  // namespace lintel::exporters::terraform
