#include "rendering/canvas/viewport.h"

#include <algorithm>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kFitMargin = 24;  // pixels

}  // namespace

Viewport::Viewport(qreal scale, QPointF origin)
    : m_scale(std::clamp(scale, kMinimumScale, kMaximumScale)), m_origin(origin)
{
}

QRectF Viewport::toScene(const QRectF& viewRect) const
{
    return {toScene(viewRect.topLeft()), viewRect.size() / m_scale};
}

QRectF Viewport::toView(const QRectF& sceneRect) const
{
    return {toView(sceneRect.topLeft()), sceneRect.size() * m_scale};
}

QTransform Viewport::transform() const
{
    return QTransform(m_scale, 0, 0, m_scale, -m_origin.x() * m_scale, -m_origin.y() * m_scale);
}

Viewport Viewport::pannedBy(QPointF viewDelta) const { return {m_scale, m_origin - viewDelta / m_scale}; }

Viewport Viewport::zoomedBy(qreal factor, QPointF viewAnchor) const
{
    const QPointF fixed = toScene(viewAnchor);
    const qreal scale = std::clamp(m_scale * factor, kMinimumScale, kMaximumScale);
    return {scale, fixed - viewAnchor / scale};
}

Viewport Viewport::fitting(const QRectF& sceneRect, const QSizeF& viewSize, qreal maximumScale)
{
    if (sceneRect.isEmpty() || viewSize.isEmpty()) return {};
    const qreal across = (viewSize.width() - 2 * kFitMargin) / sceneRect.width();
    const qreal down = (viewSize.height() - 2 * kFitMargin) / sceneRect.height();
    const qreal scale = std::clamp(std::min({across, down, maximumScale}), kMinimumScale, kMaximumScale);
    const QPointF half(viewSize.width() / scale / 2, viewSize.height() / scale / 2);
    return {scale, sceneRect.center() - half};
}

}  // namespace lintel::rendering::canvas
