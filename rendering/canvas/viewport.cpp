#include "rendering/canvas/viewport.h"

#include <algorithm>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kFitMargin = 24;          // pixels
constexpr qreal kSmallestOverview = 0.4;  // names of 13 units are as high as can just be read
constexpr qreal kReadingScale = 0.6;
constexpr qreal kAboveEntry = 0.25;  // of the view

/// Where a view of a length begins so that `wanted` lies at its `share`, without looking past either end.
qreal beginOf(qreal wanted, qreal share, qreal length, qreal low, qreal high, qreal margin)
{
    if (high - low + 2 * margin <= length) return (low + high - length) / 2;
    return std::clamp(wanted - share * length, low - margin, high + margin - length);
}

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

Viewport Viewport::opening(const QRectF& sceneRect, QPointF entry, const QSizeF& viewSize)
{
    const Viewport whole = fitting(sceneRect, viewSize);
    if (whole.scale() >= kSmallestOverview || sceneRect.isEmpty() || viewSize.isEmpty()) return whole;
    const QSizeF seen = viewSize / kReadingScale;
    const qreal margin = kFitMargin / kReadingScale;
    return {kReadingScale,
            {beginOf(entry.x(), 0.5, seen.width(), sceneRect.left(), sceneRect.right(), margin),
             beginOf(entry.y(), kAboveEntry, seen.height(), sceneRect.top(), sceneRect.bottom(), margin)}};
}

}  // namespace lintel::rendering::canvas
