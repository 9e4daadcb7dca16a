#pragma once

#include "app/cli/context.h"
#include "model/document/document.h"

#include <string>

namespace lintel::app::cli {

/// The block that an argument names: by its id, or by its name where only one block is called that.
model::Result<model::BlockId> blockNamed(const model::Document& document, const std::string& argument);

/// How the command line writes a block: its name with the id beside it where they differ.
std::string nameWithId(const model::Document& document, const std::string& id);

}  // namespace lintel::app::cli
