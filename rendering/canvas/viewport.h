#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace lintel::rendering::canvas {

/// Which part of the scene a canvas shows and how large. A value.
class Viewport {
public:
    static constexpr qreal kMinimumScale = 0.02;
    static constexpr qreal kMaximumScale = 8;

    Viewport() = default;
    Viewport(qreal scale, QPointF origin);

    qreal scale() const { return m_scale; }
    QPointF origin() const { return m_origin; }  ///< the scene point at the top left corner of the view

    QPointF toScene(QPointF viewPoint) const { return m_origin + viewPoint / m_scale; }
    QPointF toView(QPointF scenePoint) const { return (scenePoint - m_origin) * m_scale; }
    QRectF toScene(const QRectF& viewRect) const;
    QRectF toView(const QRectF& sceneRect) const;
    QTransform transform() const;

    Viewport pannedBy(QPointF viewDelta) const;
    /// The scene point under `viewAnchor` stays there.
    Viewport zoomedBy(qreal factor, QPointF viewAnchor) const;
    /// Shows all of `sceneRect` centred with a margin, at most at `maximumScale`.
    static Viewport fitting(const QRectF& sceneRect, const QSizeF& viewSize, qreal maximumScale = 1);

    /// What is seen first of a design: all of it while its names can be read then; of a larger one the part around
    /// `entry` (where the flow begins), at a size to read, and never beyond the edge of the design.
    static Viewport opening(const QRectF& sceneRect, QPointF entry, const QSizeF& viewSize);

    bool operator==(const Viewport&) const = default;

private:
    qreal m_scale = 1;
    QPointF m_origin;
};

}  // namespace lintel::rendering::canvas
