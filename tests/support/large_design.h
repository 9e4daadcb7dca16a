#pragma once

#include "model/document/document.h"

namespace lintel::test {

/// A sound design of exactly `blocks` blocks (100 at least), as a company with many small systems would have it: a VPC
/// per hundred blocks with two zones, public, application and data subnets, gateways, routes, security groups, a load
/// balancer, application servers and a database, connected the way a request flows. The same number gives the same
/// design.
model::Document largeDesign(int blocks);

}  // namespace lintel::test
