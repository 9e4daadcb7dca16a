#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"
#include "model/lint/circumstances.h"

#include <string>

namespace lintel::app::cli {

/// `.lintel/policy.yaml` beside the design or in the nearest folder above it; empty when there is none. For standard
/// input, and for a design that is not saved yet, the search starts in the working directory.
std::string policyPathFor(const std::string& design);

/// What a design is judged by: the team's policy and today's date. Fails when the policy cannot be read.
model::Result<model::lint::Circumstances> circumstancesFor(const std::string& design,
                                                           const model::catalogue::Catalogue& catalogue);

/// The day where the program runs, YYYY-MM-DD.
std::string today();

}  // namespace lintel::app::cli
