#pragma once

#include "model/layout/text_metrics.h"

#include <QtGlobal>

/// What can be made out at a scale (pixels per diagram unit, on a screen of ordinary density).
namespace lintel::rendering {

/// Below it the picture is a map: flat boxes, thin lines, coloured tiles.
inline constexpr qreal kMapScale = 0.3;
/// Below it containers get titles of constant size in place of their own.
inline constexpr qreal kFarTitleScale = 0.54;
/// An icon of fewer pixels is a tile of its colour.
inline constexpr qreal kSmallestIcon = 11;

/// Whether text of a style is shown: not when its letters are too small to read.
bool isTextShown(model::layout::TextStyle style, qreal scale);

}  // namespace lintel::rendering
