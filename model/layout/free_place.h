#pragma once

#include "model/base/geometry.h"

#include <vector>

namespace lintel::model::layout {

/// Where a block that wants to be at `wish` can stand without touching `taken`: the nearest free spot inside
/// `room`, else beside it (to the right or below; any side where the room `isOpen`).
Rect freePlace(const Rect& wish, const Rect& room, const std::vector<Rect>& taken, bool isOpen);

}  // namespace lintel::model::layout
