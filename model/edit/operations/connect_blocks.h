#pragma once

#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Draws a connection; `wish.id` is chosen here. Fails when an end does not exist or both are the same block.
Result<ChangeSet> connectBlocks(const Document& document, Connection wish);

}  // namespace lintel::model::edit
