#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::network {

void mapVpc(Configuration& configuration, const model::Block& block);
void mapSubnet(Configuration& configuration, const model::Block& block);
void mapInternetGateway(Configuration& configuration, const model::Block& block);
void mapNatGateway(Configuration& configuration, const model::Block& block);
void mapElasticIp(Configuration& configuration, const model::Block& block);
void mapRouteTable(Configuration& configuration, const model::Block& block);
void mapGatewayEndpoint(Configuration& configuration, const model::Block& block);
void mapInterfaceEndpoint(Configuration& configuration, const model::Block& block);
void mapVpnGateway(Configuration& configuration, const model::Block& block);
void mapEgressOnlyGateway(Configuration& configuration, const model::Block& block);
void mapPeering(Configuration& configuration, const model::Block& block);
void mapTransitGateway(Configuration& configuration, const model::Block& block);
void mapVpn(Configuration& configuration, const model::Block& block);
void mapClientVpn(Configuration& configuration, const model::Block& block);
void mapDirectConnect(Configuration& configuration, const model::Block& block);
void mapNetworkAcl(Configuration& configuration, const model::Block& block);

/// The range as `cidrsubnet(base, bits, number)` when it is part of the VPC's; the quoted range otherwise.
hcl::Expression subnetRange(const std::string& range, const std::string& vpcRange, const std::string& base);

}  // namespace lintel::exporters::terraform::network
