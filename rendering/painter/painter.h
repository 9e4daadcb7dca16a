#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/icons/icon_set.h"

class QPainter;

namespace lintel::rendering {

/// Paints what of `list` touches `clip` (scene coordinates). The painter's transform maps scene to device;
/// details too small to see at its scale are left out. Does not paint the background.
void paint(QPainter& painter, const DisplayList& list, const QRectF& clip, const IconSet& icons);

}  // namespace lintel::rendering
