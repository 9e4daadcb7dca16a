#pragma once

#include "rendering/display_list/display_list.h"

#include <QString>

#include <vector>

class QPainter;

namespace lintel::rendering {

/// The title of a container in a picture so small that the container's own cannot be read.
struct FarTitle {
    QString text;  ///< cut to the container's width
    QRectF rect;   ///< in pixels, from the scene's origin
    QRgb colour = 0;
    QRgb plate = 0;  ///< the container's ground, to set it off from lines that pass

    bool operator==(const FarTitle&) const = default;
};
using FarTitles = std::vector<FarTitle>;

/// Titles for the containers that are large enough at `scale`, outer ones first; none lies over another. Empty at
/// scales where containers show their own.
FarTitles farTitlesOf(const DisplayList& list, qreal scale);

/// Paints those that touch `clip` (pixels from the scene's origin); the painter's transform is that of the picture.
void paintFarTitles(QPainter& painter, const FarTitles& titles, const QRectF& clip);

}  // namespace lintel::rendering
