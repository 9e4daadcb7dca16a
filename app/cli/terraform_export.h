#pragma once

#include "app/cli/context.h"
#include "app/cli/export_formats.h"
#include "model/document/document.h"

#include <string>

namespace lintel::app::cli {

/// Exports into a folder, again and again: rewrites what Lintel wrote there, keeps everything else. A file of ours
/// that somebody changed is overwritten only with `force`; otherwise nothing is written, the difference is shown and
/// the result is kFound.
int exportTerraformInto(const Context& context, const std::string& folder, const model::Document& document,
                        model::text::Language language, bool force);

}  // namespace lintel::app::cli
