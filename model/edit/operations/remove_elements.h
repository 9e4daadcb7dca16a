#pragma once

#include "model/edit/change_set.h"

#include <set>
#include <string>

namespace lintel::model::edit {

/// Removes blocks (with all they hold), connections and notes by id, the connections that would lose an end,
/// the placements, and every property that refers to a removed block (a route to it, a membership).
ChangeSet removeElements(const Document& document, const std::set<std::string>& ids);

}  // namespace lintel::model::edit
