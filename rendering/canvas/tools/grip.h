#pragma once

#include <QPointF>
#include <QRectF>

#include <Qt>
#include <array>
#include <optional>

namespace lintel::rendering::canvas {

/// Pixels within which a grip is hit.
inline constexpr qreal kGripReach = 7;

/// The edges of a rectangle that a drag takes along: one of them, or two that meet in a corner.
struct Grip {
    bool left = false;
    bool right = false;
    bool top = false;
    bool bottom = false;

    bool operator==(const Grip&) const = default;
};

/// The corner within `reach`, else the edge within half of it.
std::optional<Grip> gripAt(const QRectF& rect, QPointF point, qreal reach);
std::array<QPointF, 4> corners(const QRectF& rect);
Qt::CursorShape cursorOf(const Grip& grip);

/// `rect` with the grip's edges dragged to `point`; it always encloses `least`.
QRectF resized(const QRectF& rect, const Grip& grip, QPointF point, const QRectF& least);

/// Where connections start: the middles of the edges, right, left, top, bottom.
std::array<QPointF, 4> connectPoints(const QRectF& rect);
bool isAtConnectPoint(const QRectF& rect, QPointF point, qreal reach);

}  // namespace lintel::rendering::canvas
