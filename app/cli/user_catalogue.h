#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"

#include <optional>
#include <string>

namespace lintel::app::cli {

/// The built-in catalogue with the user's own kinds on top: first those of $XDG_CONFIG_HOME/lintel/catalogue
/// (if there is such a folder), then those of `folder` (if one is named; it must exist). Nothing when there are none:
/// then the built-in one is all.
model::Result<std::optional<model::catalogue::Catalogue>> catalogueWithUserKinds(const std::string& folder);

}  // namespace lintel::app::cli
