#include "rendering/canvas/canvas_widget.h"

#include "rendering/painter/painter.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QPinchGesture>

#include <cmath>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kZoomStep = 1.25;
constexpr qreal kGridSpacing = 20;
constexpr qreal kSmallestGridPixels = 8;
constexpr qreal kUpdateMargin = 4;  // pixels of antialiasing and handles around a damaged rectangle

}  // namespace

CanvasWidget::CanvasWidget(QWidget* parent) : QWidget(parent), m_theme(Theme::light())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
}

CanvasWidget::~CanvasWidget() = default;

void CanvasWidget::setPicture(DisplayList picture)
{
    m_picture = std::move(picture);
    update();
}

void CanvasWidget::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void CanvasWidget::setGridVisible(bool visible)
{
    m_isGridVisible = visible;
    update();
}

void CanvasWidget::setTool(Tool* tool)
{
    if (tool == m_tool) return;
    if (m_tool) m_tool->deactivate(*this);
    m_tool = tool;
    unsetCursor();
    if (m_tool) m_tool->activate(*this);
    update();
}

void CanvasWidget::setViewport(const Viewport& viewport)
{
    m_fitsOnResize = false;
    if (viewport == m_viewport) return;
    m_viewport = viewport;
    update();
    Q_EMIT viewportChanged();
}

QRectF CanvasWidget::visibleSceneRect() const
{
    return m_viewport.toScene(QRectF(rect()));
}

void CanvasWidget::zoomIn()
{
    setViewport(m_viewport.zoomedBy(kZoomStep, QRectF(rect()).center()));
}

void CanvasWidget::zoomOut()
{
    setViewport(m_viewport.zoomedBy(1 / kZoomStep, QRectF(rect()).center()));
}

void CanvasWidget::zoomToActualSize()
{
    setViewport(m_viewport.zoomedBy(1 / m_viewport.scale(), QRectF(rect()).center()));
}

void CanvasWidget::zoomToFit()
{
    zoomToFit(m_picture.bounds());
    m_fitsOnResize = !isVisible();
}

void CanvasWidget::zoomToFit(const QRectF& sceneRect)
{
    setViewport(Viewport::fitting(sceneRect, QSizeF(size())));
}

void CanvasWidget::ensureVisible(const QRectF& sceneRect)
{
    const QRectF seen = visibleSceneRect();
    if (seen.contains(sceneRect)) return;
    if (sceneRect.width() > seen.width() || sceneRect.height() > seen.height()) {
        zoomToFit(sceneRect);
        return;
    }
    const qreal left = std::min(0.0, sceneRect.left() - seen.left());
    const qreal right = std::max(0.0, sceneRect.right() - seen.right());
    const qreal up = std::min(0.0, sceneRect.top() - seen.top());
    const qreal down = std::max(0.0, sceneRect.bottom() - seen.bottom());
    setViewport(m_viewport.pannedBy(QPointF(left + right, up + down) * -m_viewport.scale()));
}

void CanvasWidget::updateScene(const QRectF& sceneRect)
{
    const QRectF damaged = m_viewport.toView(sceneRect).adjusted(-kUpdateMargin, -kUpdateMargin, kUpdateMargin, kUpdateMargin);
    update(damaged.intersected(QRectF(rect())).toAlignedRect());
}

bool CanvasWidget::event(QEvent* event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setViewport(m_viewport.zoomedBy(1 + gesture->value(), gesture->position()));
            return true;
        }
    }
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture))) {
            const QPointF anchor = mapFromGlobal(pinch->centerPoint());
            setViewport(m_viewport.pannedBy(pinch->centerPoint() - pinch->lastCenterPoint())
                            .zoomedBy(pinch->scaleFactor(), anchor));
            return true;
        }
    }
    return QWidget::event(event);
}

void CanvasWidget::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.background);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(event->rect());
    painter.setWorldTransform(m_viewport.transform());
    const QRectF clip = m_viewport.toScene(QRectF(event->rect()).adjusted(-1, -1, 1, 1));
    if (m_isGridVisible) paintGrid(painter, clip);
    paint(painter, m_picture, clip, m_icons);
    if (m_tool) {
        painter.save();
        m_tool->paintOverlay(painter, *this, m_viewport.scale());
        painter.restore();
    }
}

void CanvasWidget::paintGrid(QPainter& painter, const QRectF& sceneClip) const
{
    qreal spacing = kGridSpacing;
    while (spacing * m_viewport.scale() < kSmallestGridPixels * 2) spacing *= 2;
    QList<QPointF> dots;
    for (qreal y = std::floor(sceneClip.top() / spacing) * spacing; y <= sceneClip.bottom(); y += spacing)
        for (qreal x = std::floor(sceneClip.left() / spacing) * spacing; x <= sceneClip.right(); x += spacing)
            dots.append(QPointF(x, y));
    QPen pen(m_theme.grid, 1.5);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

void CanvasWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_fitsOnResize) {
        zoomToFit();
        m_fitsOnResize = true;  // until the user moves the view, the picture keeps filling the window
    }
}

}  // namespace lintel::rendering::canvas
