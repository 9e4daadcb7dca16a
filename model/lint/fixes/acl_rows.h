#pragma once

#include "model/analysis/rule_tables.h"
#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <string>
#include <vector>

namespace lintel::model::lint::fixes {

/// Adds an allow row per range to a network ACL, numbered before all of its rows, so that it decides. False when no
/// number is left there.
bool allowInAcl(const BlockId& acl, analysis::Direction direction, std::string_view protocol, const std::string& ports,
                const std::vector<std::string>& ranges, edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
