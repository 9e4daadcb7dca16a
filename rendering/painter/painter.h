#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/icons/icon_set.h"
#include "rendering/painter/far_titles.h"

class QPainter;

namespace lintel::rendering {

struct PaintOptions {
    /// Titles of containers for a scale at which their own are too small to read, worked out once for several calls.
    /// Null = this call works them out.
    const FarTitles* titles = nullptr;
    bool isThumbnail = false;  ///< too small for any text: no titles
    bool isOnPaper = false;    ///< for PDF and printers: every detail whatever the scale, icons as outlines
};

/// Paints what of `list` touches `clip` (scene coordinates). The painter's transform maps scene to device and does not
/// turn; its scale decides about details: text disappears before it cannot be read, icons too small to make out become
/// tiles of their colour, containers keep a title of readable size. Does not paint the background.
/// The same in every part of a picture that is painted in parts. May be called from any thread.
void paint(QPainter& painter, const DisplayList& list, const QRectF& clip, const IconSet& icons,
           const PaintOptions& options = {});

}  // namespace lintel::rendering
