#pragma once

#include "model/base/error.h"
#include "model/document/document.h"

#include <vector>

namespace lintel::model {

/// What must hold of every document whatever the catalogue says: parents and connection ends exist, no
/// parent cycle, ids unique over blocks, connections and notes, placements belong to something.
/// Empty when all is well; one error per violation otherwise, without a location.
std::vector<Error> structuralErrors(const Document& document);

}  // namespace lintel::model
