#pragma once

#include "model/document/document.h"
#include "tests/exporters/terraform/exported_design.h"

#include <string>
#include <vector>

namespace lintel::exporters::terraform::test {

/// Blocks that the export names nowhere: not in a comment of the code, not in NOT-EXPORTED.md, not among those that
/// the code folds into another (`merged`).
std::vector<std::string> unaccountedBlocks(const model::Document& document, const Files& files);

/// The ids that NOT-EXPORTED.md lists.
std::vector<std::string> listedIds(const Files& files);

}  // namespace lintel::exporters::terraform::test
