#pragma once

#include "app/cli/json.h"
#include "model/catalogue/catalogue.h"

namespace lintel::app::cli {

/// The shape of `.lintel/policy.yaml` as JSON Schema (draft 2020-12), for editors that complete and check YAML.
Json policySchema(const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::app::cli
