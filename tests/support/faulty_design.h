#pragma once

#include "model/document/document.h"

#include <cstdint>

namespace lintel::test {

/// largeDesign(blocks) in which about `percent` of the systems have a fault each: databases and servers in public
/// subnets, open administration ports, missing gateways, blocked connections, single zones. The same numbers give the
/// same design.
model::Document faultyDesign(int blocks, int percent, std::uint32_t seed);

}  // namespace lintel::test
