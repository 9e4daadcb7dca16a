#pragma once

#include "model/document/document.h"

#include <cstdint>

namespace lintel::test {

/// A design of about `blocks` blocks with far more connections than anyone can untangle by eye: VPCs of three zones,
/// each with a public, an application and a data subnet, services in all of them, and connections from tier to
/// tier, mostly within a zone, sometimes to another zone or VPC; about as many as blocks. Without placements. The
/// same size and seed give the same design.
model::Document networkDesign(int blocks, std::uint32_t seed);

}  // namespace lintel::test
