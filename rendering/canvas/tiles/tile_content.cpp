#include "rendering/canvas/tiles/tile_content.h"

#include "rendering/painter/painter.h"

#include <QPainter>

#include <cmath>

namespace lintel::rendering::canvas {

namespace {

constexpr qreal kGridSpacing = 20;
constexpr qreal kSmallestGridPixels = 16;
constexpr qreal kReach = 6;  // pixels: antialiasing and marks show beyond what is painted

void paintGrid(QPainter& painter, const QRectF& clip, qreal scale, QRgb colour)
{
    qreal spacing = kGridSpacing;
    while (spacing * scale < kSmallestGridPixels) spacing *= 2;
    QList<QPointF> dots;
    for (qreal y = std::floor(clip.top() / spacing) * spacing; y <= clip.bottom(); y += spacing)
        for (qreal x = std::floor(clip.left() / spacing) * spacing; x <= clip.right(); x += spacing)
            dots.append(QPointF(x, y));
    QPen pen(QColor::fromRgb(colour), 1.5);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

}  // namespace

bool TileContent::isSameBut(const TileContent& other) const
{
    return scale == other.scale && ratio == other.ratio && ground == other.ground && grid == other.grid &&
           iconPack == other.iconPack;
}

void paintTile(QImage& tile, QPoint index, const QRect& part, const TileContent& content)
{
    const bool isNew = tile.isNull();
    if (isNew) tile = QImage(kTileSide, kTileSide, QImage::Format_RGB32);
    tile.setDevicePixelRatio(content.ratio);
    // Only whole widget pixels can be clipped to without touching their neighbours.
    const bool isWhole = isNew || content.ratio != std::floor(content.ratio);
    const QRect whole(0, 0, kTileSide, kTileSide);
    const QRectF pixels(isWhole ? whole : part.intersected(whole));
    const QRectF shown(pixels.topLeft() / content.ratio, pixels.size() / content.ratio);
    const QPointF corner = QPointF(index) * (kTileSide / content.ratio);
    QPainter painter(&tile);
    if (!isWhole) painter.setClipRect(shown.toAlignedRect());
    painter.fillRect(shown.adjusted(-1, -1, 1, 1), QColor::fromRgb(content.ground));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setWorldTransform(QTransform(content.scale, 0, 0, content.scale, -corner.x(), -corner.y()));
    const QRectF reached = shown.adjusted(-kReach, -kReach, kReach, kReach).translated(corner);
    const QRectF clip(reached.topLeft() / content.scale, reached.size() / content.scale);
    if (content.grid) paintGrid(painter, clip, content.scale, *content.grid);
    PaintOptions options;
    options.titles = content.titles.get();
    paint(painter, *content.picture, clip, *content.icons, options);
}

}  // namespace lintel::rendering::canvas
