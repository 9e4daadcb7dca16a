#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/icons/icon_set.h"

class QPainter;

namespace lintel::rendering {

/// Where dashes begin. Qt lets them begin anew at the edge of the device, which is faster, and seen where two strips of
/// one picture meet; exact ones are the same in every strip.
enum class Dashes { Fast, Exact };

/// Paints what of `list` touches `clip` (scene coordinates). The painter's transform maps scene to device;
/// details too small to see at its scale are left out. Does not paint the background.
void paint(QPainter& painter, const DisplayList& list, const QRectF& clip, const IconSet& icons,
           Dashes dashes = Dashes::Fast);

}  // namespace lintel::rendering
