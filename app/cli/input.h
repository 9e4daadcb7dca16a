#pragma once

#include "app/cli/context.h"
#include "model/io/source_document.h"

#include <string>

namespace lintel::app::cli {

/// Reads a design from a file, or from standard input for `-`.
model::Result<model::io::SourceDocument> readInput(const Context& context, const std::string& path);

}  // namespace lintel::app::cli
