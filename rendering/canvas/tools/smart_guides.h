#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

namespace lintel::rendering::canvas {

/// Where a dragged rectangle falls into line with its surroundings.
struct GuideSnap {
    QPointF offset;     ///< to add to the rectangle's position
    bool hasX = false;  ///< a guide decided the horizontal position
    bool hasY = false;
    std::vector<QLineF> lines;  ///< shared edges and middles, from block to block
    std::vector<QLineF> gaps;   ///< distances that are equal
};

/// Snaps edges and middles to those of `others`, and distances to equal ones, within `reach` on each axis.
/// The nearest wins; on a tie, lines before gaps. Pure.
GuideSnap snapToGuides(const QRectF& moving, const std::vector<QRectF>& others, qreal reach);

}  // namespace lintel::rendering::canvas
