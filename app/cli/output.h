#pragma once

#include "app/cli/context.h"
#include "model/base/result.h"

#include <string>

namespace lintel::app::cli {

/// Writes a result to a file, atomically, or to standard output for `-`. Makes no folders.
model::Result<void> writeOutput(const Context& context, const std::string& path, const std::string& bytes);

}  // namespace lintel::app::cli
