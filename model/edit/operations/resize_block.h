#pragma once

#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Gives a block the rectangle `rect`, relative to its parent. What it holds stays where it is on the drawing.
ChangeSet resizeBlock(const Document& document, const BlockId& block, Rect rect);

}  // namespace lintel::model::edit
