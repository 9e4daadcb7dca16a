#pragma once

#include "app/cli/json.h"
#include "model/catalogue/catalogue.h"

namespace lintel::app::cli {

/// The whole catalogue with the keys of its files (resources/catalogue/README.md), shared properties written out.
Json catalogueToJson(const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::app::cli
