#pragma once

#include "rendering/display_list/primitives.h"

#include <array>
#include <vector>

/// The outlines that every painter of a display list shares, so that canvas and SVG agree to the pixel.
namespace lintel::rendering {

/// A corner of a line: straight to `enter`, then a quadratic curve around `corner` to `leave`.
struct RoundedCorner {
    QPointF enter;
    QPointF corner;
    QPointF leave;
};

/// An unbroken part of a line.
struct LineRun {
    QPointF start;
    std::vector<RoundedCorner> corners;
    QPointF end;
};

/// A polyline with its corners rounded, broken at its gaps, and cut short where an arrowhead takes over.
struct LineShape {
    std::vector<LineRun> runs;   ///< at least one, unless the line has no length
    std::vector<QPointF> arrow;  ///< a filled polygon, tip first; empty = none
};

LineShape lineShapeOf(const Polyline& line);

/// A badge: a disc, or a triangle for warnings, so that severities differ by more than colour. The glyph is a
/// stem and a dot: an exclamation mark, or the letter i upside down to it.
struct BadgeShape {
    std::vector<QPointF> triangle;  ///< empty = a disc of the badge's radius
    QPointF stemFrom;
    QPointF stemTo;
    QPointF dot;
    qreal stroke = 2;
};

BadgeShape badgeShapeOf(const Badge& badge);

/// Dash lengths in diagram units; empty = solid.
std::vector<qreal> dashPattern(Dash dash);

}  // namespace lintel::rendering
