#pragma once

#include "model/document/document.h"

#include <vector>

namespace lintel::model::edit {

/// Those of `blocks` that exist and are not inside another of them, each once, in id order. A gesture on a
/// container takes its contents along; they must not be moved or copied a second time.
std::vector<BlockId> outermost(const Document& document, const std::vector<BlockId>& blocks);

}  // namespace lintel::model::edit
