#pragma once

#include "model/catalogue/kind.h"
#include "model/document/document.h"

namespace lintel::exporters::terraform::test {

/// A small design around one block of the kind, `it`: containers, subnets in two zones, a security group, and a
/// connection to and from neighbours. What the catalogue gives a new block is set; references lead to `it`'s likes.
model::Document designWith(const model::catalogue::Kind& kind);

}  // namespace lintel::exporters::terraform::test
