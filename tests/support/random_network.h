#pragma once

#include "model/document/document.h"

#include <cstdint>

namespace lintel::test {

/// A VPC as somebody in a hurry might draw it: zones, subnets with ranges good and bad, route tables that lead
/// anywhere, gateways, security groups, servers, databases, load balancers, buckets and pipelines with settings at
/// random. It keeps the containment rules; what it means is mostly wrong. The same seed gives the same design.
model::Document randomNetwork(std::uint32_t seed);

}  // namespace lintel::test
