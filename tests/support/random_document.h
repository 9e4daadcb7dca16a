#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <cstdint>
#include <random>

namespace lintel::test {

/// A valid design made from the catalogue: about `blocks` blocks nested as the catalogue allows, connections,
/// notes, waivers and placements. The same seed gives the same design.
model::Document randomDocument(std::uint32_t seed, int blocks, const model::catalogue::Catalogue& catalogue);

/// A few random edits (add, change, remove, connect) that keep the structural invariants.
model::Document randomlyEdited(const model::Document& document, std::uint32_t seed, int edits,
                               const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::test
