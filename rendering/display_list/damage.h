#pragma once

#include "rendering/display_list/display_list.h"

#include <vector>

namespace lintel::rendering {

/// Where two pictures differ, in scene units.
struct Damage {
    bool isEverything = false;  ///< nothing can be kept; `areas` is empty then
    std::vector<QRectF> areas;  ///< outside of them both look the same; they may overlap
};

/// What to paint anew when `after` takes the place of `before`. Lines are damaged part by part: what a long line only
/// runs around is kept.
Damage damageBetween(const DisplayList& before, const DisplayList& after);

}  // namespace lintel::rendering
