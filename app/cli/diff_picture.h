#pragma once

#include "app/cli/diff_report.h"

#include <string>

namespace lintel::app::cli {

/// Both designs in one drawing: what was added, removed and changed is marked by sign, outline and colour and explained
/// below. `format` is `svg` or `png`, `theme` as for exports.
model::Result<std::string> diffPicture(const Context& context, const DiffReport& report, const std::string& format,
                                       const std::string& theme);

}  // namespace lintel::app::cli
