#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::edge {

void mapZone(Configuration& configuration, const model::Block& block);
void mapRecord(Configuration& configuration, const model::Block& block);
void mapCertificate(Configuration& configuration, const model::Block& block);
void mapLoadBalancer(Configuration& configuration, const model::Block& block);
void mapTargetGroup(Configuration& configuration, const model::Block& block);
void mapDistribution(Configuration& configuration, const model::Block& block);
void mapApiGateway(Configuration& configuration, const model::Block& block);
void mapGraphql(Configuration& configuration, const model::Block& block);
void mapLattice(Configuration& configuration, const model::Block& block);
void mapWebAcl(Configuration& configuration, const model::Block& block);

/// Sends the access logs of a load balancer to a bucket of the design; left out where there is none for it.
void keepAccessLogs(Configuration& configuration, const model::Block& balancer, hcl::Block& code);

/// A domain name as DNS takes it (a leading `*.` allowed); empty when the text is none.
std::string domainFrom(const std::string& text);
/// The ARN of a load balancer's first listener that takes requests, as code; empty when it has none.
std::string firstListener(const Configuration& configuration, const model::Block& balancer);
/// Does a listener of the load balancer take HTTPS?
bool speaksHttps(const Design& design, const model::Block& balancer);
/// The hosted zone of the design that a domain belongs to; null when there is none.
const model::Block* zoneFor(const Design& design, const std::string& domain);
/// True for a certificate that CloudFront uses: it lives in us-east-1 whatever the region of the rest.
bool isGlobal(const Design& design, const model::Block& certificate);
/// The certificate, validated where the design can do that.
std::string certificateArn(const Design& design, const model::Block& certificate);

}  // namespace lintel::exporters::terraform::edge
