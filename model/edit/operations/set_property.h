#pragma once

#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Sets one property of a block; a null value takes it away (what AWS does by default holds again).
ChangeSet setProperty(const Document& document, const BlockId& block, const std::string& key, Value value);

}  // namespace lintel::model::edit
