#pragma once

#include <QPointF>
#include <QRectF>

#include <array>
#include <optional>

namespace lintel::rendering::canvas {

/// The grips of a selected or hovered block: corners resize, the middles of the edges start a connection.
enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };

/// Pixels within which a grip is hit.
inline constexpr qreal kGripReach = 7;

QPointF cornerPoint(const QRectF& rect, Corner corner);
std::optional<Corner> cornerAt(const QRectF& rect, QPointF point, qreal reach);
/// `rect` with one corner dragged to `point`, never smaller than `minimum` in width and height.
QRectF resized(const QRectF& rect, Corner corner, QPointF point, qreal minimum);

/// The four points where connections start: a little outside the middles of the edges.
std::array<QPointF, 4> connectPoints(const QRectF& rect, qreal outside);
bool isAtConnectPoint(const QRectF& rect, QPointF point, qreal outside, qreal reach);

}  // namespace lintel::rendering::canvas
