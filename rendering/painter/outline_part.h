#pragma once

#include <QPainterPath>
#include <QRectF>

class QPen;

namespace lintel::rendering {

/// A picture is painted in tiles, and most outlines pass many: each tile strokes what of them is near it, no more. Both
/// functions draw inside `near` exactly what the whole outline would.

/// The lines and curves of a path that come near the rectangle.
QPainterPath partNear(const QPainterPath& path, const QRectF& near);

/// The dashes of a path that come near the rectangle, as areas to fill. They lie where they would if the whole path was
/// stroked from its start (Qt lets dashes begin anew at the edge of the device).
QPainterPath dashesNear(const QPainterPath& path, const QPen& pen, const QRectF& near);

}  // namespace lintel::rendering
