#include "rendering/canvas/canvas_widget.h"

#include <QBackingStore>
#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPaintEngine>
#include <QPaintEvent>
#include <QPainter>
#include <QPinchGesture>

#include <cmath>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kZoomStep = 1.25;
constexpr qreal kUpdateMargin = 4;  // pixels of antialiasing and handles around a damaged rectangle

}  // namespace

CanvasWidget::CanvasWidget(QWidget* parent)
    : QWidget(parent),
      m_picture(std::make_shared<const DisplayList>()),
      m_theme(Theme::light()),
      m_icons(std::make_shared<const IconSet>())
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
    setPicture(std::make_shared<const DisplayList>(std::move(picture)));
}

void CanvasWidget::setPicture(std::shared_ptr<const DisplayList> picture)
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

void CanvasWidget::setFrameTime(std::chrono::milliseconds time)
{
    // Never delivered once the canvas is gone: its tiles wait for their workers.
    m_tiles.setPatience(
        time, [this] { QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection); });
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

QRectF CanvasWidget::visibleSceneRect() const { return m_viewport.toScene(QRectF(rect())); }

void CanvasWidget::zoomIn() { setViewport(m_viewport.zoomedBy(kZoomStep, QRectF(rect()).center())); }

void CanvasWidget::zoomOut() { setViewport(m_viewport.zoomedBy(1 / kZoomStep, QRectF(rect()).center())); }

void CanvasWidget::zoomToActualSize()
{
    setViewport(m_viewport.zoomedBy(1 / m_viewport.scale(), QRectF(rect()).center()));
}

void CanvasWidget::zoomToFit()
{
    m_entry.reset();
    fitPicture();
}

void CanvasWidget::zoomToOpen(QPointF entry)
{
    m_entry = entry;
    fitPicture();
}

void CanvasWidget::fitPicture()
{
    const QRectF all = m_picture->bounds();
    setViewport(m_entry ? Viewport::opening(all, *m_entry, QSizeF(size())) : Viewport::fitting(all, QSizeF(size())));
    m_fitsOnResize = !isVisible();
}

void CanvasWidget::zoomToFit(const QRectF& sceneRect) { setViewport(Viewport::fitting(sceneRect, QSizeF(size()))); }

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
    const QRectF damaged =
        m_viewport.toView(sceneRect).adjusted(-kUpdateMargin, -kUpdateMargin, kUpdateMargin, kUpdateMargin);
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

QPoint CanvasWidget::pixelOrigin() const
{
    return (m_viewport.origin() * (m_viewport.scale() * devicePixelRatioF())).toPoint();
}

void CanvasWidget::refreshTiles()
{
    TileContent content;
    content.picture = m_picture;
    content.icons = m_icons;
    content.iconPack = IconSet::packNumber();
    content.scale = m_viewport.scale();
    content.ratio = devicePixelRatioF();
    content.ground = m_theme.background.rgb();
    if (m_isGridVisible) content.grid = m_theme.grid.rgb();
    const bool isShown =
        m_tiles.hasContent() && m_tiles.content().picture == m_picture && m_tiles.content().isSameBut(content);
    if (isShown) return;
    content.titles = std::make_shared<const FarTitles>(farTitlesOf(*m_picture, content.scale));
    m_tiles.setContent(std::move(content));
}

/// Not when somebody takes a picture of the window.
bool CanvasWidget::isOnScreen(const QPainter& painter) const
{
    const QBackingStore* store = backingStore();
    return store && painter.paintEngine()->paintDevice() == const_cast<QBackingStore*>(store)->paintDevice();
}

void CanvasWidget::paintEvent(QPaintEvent* event)
{
    refreshTiles();
    QPainter painter(this);
    const qreal ratio = devicePixelRatioF();
    const QPoint origin = pixelOrigin();
    const QRectF damaged(m_tiles.isLate() ? rect() : event->rect());
    const QRect pixels = QRectF(damaged.topLeft() * ratio, damaged.size() * ratio).toAlignedRect();
    m_tiles.draw(painter, pixels.translated(origin), QPointF(pixels.topLeft()) / ratio, !isOnScreen(painter));
    if (m_tool) {
        const QPointF corner = QPointF(origin) / ratio;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setWorldTransform(QTransform(m_viewport.scale(), 0, 0, m_viewport.scale(), -corner.x(), -corner.y()));
        m_tool->paintOverlay(painter, *this, m_viewport.scale());
    }
    painter.end();
    m_tiles.paintAhead(QRectF(QPointF(), QSizeF(size()) * ratio).toAlignedRect().translated(origin));
}

void CanvasWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_fitsOnResize) {
        fitPicture();
        m_fitsOnResize = true;  // until the user moves the view, the picture keeps filling the window
    }
}

}  // namespace lintel::rendering::canvas
