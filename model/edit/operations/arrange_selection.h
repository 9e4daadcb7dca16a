#pragma once

#include "model/edit/change_set.h"

#include <vector>

namespace lintel::model::edit {

enum class Alignment { Left, Center, Right, Top, Middle, Bottom };
enum class Axis { Horizontal, Vertical };

/// Lines blocks up on the edge or middle of the rectangle that encloses them. Wherever they sit: absolute
/// positions count. Needs two placed blocks to do anything.
ChangeSet alignBlocks(const Document& document, const std::vector<BlockId>& blocks, Alignment alignment);

/// Makes the gaps between blocks equal; the two outer ones stay. Needs three placed blocks.
ChangeSet distributeBlocks(const Document& document, const std::vector<BlockId>& blocks, Axis axis);

}  // namespace lintel::model::edit
