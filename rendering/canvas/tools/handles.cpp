#include "rendering/canvas/tools/handles.h"

#include <QLineF>

#include <algorithm>

namespace lintel::rendering::canvas {

QPointF cornerPoint(const QRectF& rect, Corner corner)
{
    switch (corner) {
    case Corner::TopLeft: return rect.topLeft();
    case Corner::TopRight: return rect.topRight();
    case Corner::BottomLeft: return rect.bottomLeft();
    case Corner::BottomRight: return rect.bottomRight();
    }
    return {};
}

std::optional<Corner> cornerAt(const QRectF& rect, QPointF point, qreal reach)
{
    for (const Corner corner : {Corner::BottomRight, Corner::TopLeft, Corner::TopRight, Corner::BottomLeft})
        if (QLineF(cornerPoint(rect, corner), point).length() <= reach) return corner;
    return std::nullopt;
}

QRectF resized(const QRectF& rect, Corner corner, QPointF point, qreal minimum)
{
    QRectF result = rect;
    const bool left = corner == Corner::TopLeft || corner == Corner::BottomLeft;
    const bool top = corner == Corner::TopLeft || corner == Corner::TopRight;
    if (left) result.setLeft(std::min(point.x(), rect.right() - minimum));
    else result.setRight(std::max(point.x(), rect.left() + minimum));
    if (top) result.setTop(std::min(point.y(), rect.bottom() - minimum));
    else result.setBottom(std::max(point.y(), rect.top() + minimum));
    return result;
}

std::array<QPointF, 4> connectPoints(const QRectF& rect, qreal outside)
{
    const QPointF middle = rect.center();
    return {QPointF(rect.right() + outside, middle.y()), QPointF(rect.left() - outside, middle.y()),
            QPointF(middle.x(), rect.top() - outside), QPointF(middle.x(), rect.bottom() + outside)};
}

bool isAtConnectPoint(const QRectF& rect, QPointF point, qreal outside, qreal reach)
{
    const auto points = connectPoints(rect, outside);
    return std::any_of(points.begin(), points.end(),
                       [&](QPointF grip) { return QLineF(grip, point).length() <= reach; });
}

}  // namespace lintel::rendering::canvas
