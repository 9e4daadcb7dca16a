#pragma once

#include "model/layout/text_metrics.h"

#include <QtGlobal>

/// What can be made out at a scale. Icons and letters go by device pixels: a finer screen shows them at a smaller zoom.
/// Whatever can still be recognised stays; a picture of coloured squares tells nobody anything.
namespace lintel::rendering {

/// Below it (device pixels per diagram unit) the picture is a map: flat boxes, thin lines, no text. Thousands of blocks
/// are in sight then, and the icon of a block has fewer than eight pixels.
inline constexpr qreal kMapScale = 0.16;
/// Below it (widget pixels per diagram unit) containers get titles of constant size in place of their own.
inline constexpr qreal kFarTitleScale = 0.54;
/// An icon of fewer device pixels is a tile of its colour.
inline constexpr qreal kSmallestIcon = 6;

/// Dashes that repeat within fewer device pixels run together: a line as light as they are says the same.
inline constexpr qreal kSmallestDashes = 2.5;

/// Whether text of a style is shown at so many device pixels per diagram unit: not when its letters are too small to
/// tell words apart. Names stay longest: they say what the picture is about.
bool isTextShown(model::layout::TextStyle style, qreal deviceScale);

}  // namespace lintel::rendering
