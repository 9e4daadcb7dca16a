#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/scene/title_block.h"
#include "rendering/theme/theme.h"

namespace lintel::rendering {

/// Adds the block below the right end of a drawing that takes up `bounds`. What is left of that row, for the legend,
/// comes back: `bounds` made narrower, or higher where both do not fit beside each other.
QRectF drawTitleBlock(DisplayListBuilder& list, const TitleBlock& block, const QRectF& bounds, const Theme& theme);

}  // namespace lintel::rendering
