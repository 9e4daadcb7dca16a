#pragma once

#include "model/document/block.h"
#include "model/lint/finding.h"

#include <map>
#include <string>
#include <vector>

namespace lintel::app::inspector {

/// Which of a block's properties the findings about it concern: those that a fix of the finding would change, and
/// address ranges that its message quotes. Findings that concern no single property are not in it.
std::map<std::string, std::vector<const model::lint::Finding*>> fieldFindings(
    const std::vector<model::lint::Finding>& findings, const model::Block& block);

}  // namespace lintel::app::inspector
