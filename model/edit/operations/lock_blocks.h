#pragma once

#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

/// Pins blocks to where they are drawn, or sets them free when all of them are pinned already.
ChangeSet toggleLock(const Document& document, const std::vector<BlockId>& blocks);

}  // namespace lintel::model::edit
