#include "app/window/minimap.h"

#include "rendering/painter/painter.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace lintel::app {

namespace {

constexpr QSize kSize{180, 120};
constexpr int kMargin = 12;
constexpr qreal kSlack = 0.05;
constexpr int kSoonMilliseconds = 150;
constexpr int kOversampling = 4;

}  // namespace

Minimap::Minimap(rendering::canvas::CanvasWidget& canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setObjectName("minimap");
    setCursor(Qt::SizeAllCursor);
    resize(kSize);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &Minimap::paintPicture);
    connect(&canvas, &rendering::canvas::CanvasWidget::viewportChanged, this, &Minimap::place);
    canvas.installEventFilter(this);
    hide();
}

void Minimap::refresh() { m_soon.start(); }

bool Minimap::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) place();
    return QWidget::eventFilter(watched, event);
}

// Only while something is out of sight: a map of what one sees anyway would be in the way.
void Minimap::place()
{
    move(m_canvas.width() - kSize.width() - kMargin, m_canvas.height() - kSize.height() - kMargin);
    QRectF bounds = m_canvas.picture().bounds();
    // A margin just out of sight is nothing to look for.
    bounds.adjust(bounds.width() * kSlack, bounds.height() * kSlack, -bounds.width() * kSlack,
                  -bounds.height() * kSlack);
    const bool isWanted = !m_canvas.picture().isEmpty() && !m_canvas.visibleSceneRect().contains(bounds) &&
                          m_canvas.width() > 3 * kSize.width();
    if (isWanted && m_picture.isNull()) m_soon.start();
    setVisible(isWanted);
    update();
}

void Minimap::paintPicture()
{
    // Painted larger than shown: lines stay lines, and the margin is a small part of it.
    const auto large = rendering::canvas::Viewport::fitting(m_canvas.picture().bounds(), kSize * kOversampling);
    m_viewport = rendering::canvas::Viewport(large.scale() / kOversampling, large.origin());
    QImage image(kSize * kOversampling, QImage::Format_ARGB32_Premultiplied);
    image.fill(m_canvas.theme().background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(large.transform());
    rendering::paint(painter, m_canvas.picture(), large.toScene(QRectF(QPointF(), image.size())), rendering::IconSet(),
                     {.isThumbnail = true});
    painter.end();
    m_picture =
        QPixmap::fromImage(image.scaled(kSize * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    place();
}

void Minimap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QColor seen = m_canvas.theme().selection;
    painter.setPen(QPen(seen, 1.5));
    seen.setAlpha(30);
    painter.setBrush(seen);
    painter.drawRect(m_viewport.toView(m_canvas.visibleSceneRect()).intersected(QRectF(rect()).adjusted(1, 1, -2, -2)));
}

void Minimap::centreOn(QPointF position)
{
    const QPointF scene = m_viewport.toScene(position);
    const QPointF seen = m_canvas.visibleSceneRect().center();
    m_canvas.setViewport(m_canvas.viewport().pannedBy((seen - scene) * m_canvas.zoom()));
}

void Minimap::mousePressEvent(QMouseEvent* event) { centreOn(event->position()); }

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) centreOn(event->position());
}

}  // namespace lintel::app
