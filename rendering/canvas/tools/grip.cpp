#include "rendering/canvas/tools/grip.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace lintel::rendering::canvas {

std::optional<Grip> gripAt(const QRectF& rect, QPointF point, qreal reach)
{
    if (!rect.adjusted(-reach, -reach, reach, reach).contains(point)) return std::nullopt;
    Grip near{std::abs(point.x() - rect.left()) <= reach, std::abs(point.x() - rect.right()) <= reach,
              std::abs(point.y() - rect.top()) <= reach, std::abs(point.y() - rect.bottom()) <= reach};
    if ((near.left || near.right) && (near.top || near.bottom)) return near;
    const qreal edge = reach / 2;
    near = {std::abs(point.x() - rect.left()) <= edge, std::abs(point.x() - rect.right()) <= edge,
            std::abs(point.y() - rect.top()) <= edge, std::abs(point.y() - rect.bottom()) <= edge};
    if (near == Grip()) return std::nullopt;
    return near;
}

std::array<QPointF, 4> corners(const QRectF& rect)
{
    return {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()};
}

Qt::CursorShape cursorOf(const Grip& grip)
{
    if ((grip.left && grip.top) || (grip.right && grip.bottom)) return Qt::SizeFDiagCursor;
    if ((grip.right && grip.top) || (grip.left && grip.bottom)) return Qt::SizeBDiagCursor;
    return grip.left || grip.right ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

QRectF resized(const QRectF& rect, const Grip& grip, QPointF point, const QRectF& least)
{
    QRectF result = rect;
    if (grip.left) result.setLeft(std::min(point.x(), least.left()));
    if (grip.right) result.setRight(std::max(point.x(), least.right()));
    if (grip.top) result.setTop(std::min(point.y(), least.top()));
    if (grip.bottom) result.setBottom(std::max(point.y(), least.bottom()));
    return result;
}

std::array<QPointF, 4> connectPoints(const QRectF& rect)
{
    const QPointF middle = rect.center();
    return {QPointF(rect.right(), middle.y()), QPointF(rect.left(), middle.y()), QPointF(middle.x(), rect.top()),
            QPointF(middle.x(), rect.bottom())};
}

bool isAtConnectPoint(const QRectF& rect, QPointF point, qreal reach)
{
    const auto points = connectPoints(rect);
    return std::any_of(points.begin(), points.end(),
                       [&](QPointF grip) { return QLineF(grip, point).length() <= reach; });
}

}  // namespace lintel::rendering::canvas
