#include "rendering/painter/map_painter.h"

#include "rendering/painter/level_of_detail.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

constexpr int kBadge = 5;  // pixels: seen, and small beside a block

}  // namespace

MapPainter::MapPainter(QPainter& painter, const DisplayList& list, const IconSet& icons)
    : m_painter(painter),
      m_list(list),
      m_icons(icons),
      m_before(painter.worldTransform()),
      m_colours(list.iconNames().size()),
      m_images(list.iconNames().size())
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    m_scene = m_before * QTransform::fromScale(ratio, ratio);
    painter.setWorldTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

MapPainter::~MapPainter()
{
    flushLines();
    m_painter.setWorldTransform(m_before);
}

void MapPainter::paint(const Item& item)
{
    if (item.type != PrimitiveType::Polyline) flushLines();
    switch (item.type) {
        case PrimitiveType::Box: paint(m_list.box(item)); break;
        case PrimitiveType::Icon:
            // A container has a title in its place.
            if (!m_list.elements()[item.element].isContainer) paint(m_list.icon(item));
            break;
        case PrimitiveType::Polyline: paint(m_list.polyline(item)); break;
        case PrimitiveType::Badge: paint(m_list.badge(item)); break;
        case PrimitiveType::Text:
        case PrimitiveType::HitArea: break;
    }
}

QRect MapPainter::pixels(const QRectF& rect) const
{
    const QPointF from = m_scene.map(rect.topLeft());
    const QPointF to = m_scene.map(rect.bottomRight());
    const auto whole = [](qreal value) { return static_cast<int>(std::lround(value)); };
    return {QPoint(whole(from.x()), whole(from.y())), QPoint(whole(to.x()) - 1, whole(to.y()) - 1)};
}

void MapPainter::frame(const QRect& rect, const Stroke& stroke)
{
    const QColor colour = QColor::fromRgba(stroke.colour);
    const int width = std::max(1, static_cast<int>(std::lround(stroke.width * m_scene.m11())));
    m_painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour);
    m_painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, colour);
    m_painter.fillRect(rect.left(), rect.top() + width, width, rect.height() - 2 * width, colour);
    m_painter.fillRect(rect.right() + 1 - width, rect.top() + width, width, rect.height() - 2 * width, colour);
}

void MapPainter::paint(const Box& box)
{
    if (box.plateOf) return;
    const QRect rect = pixels(box.rect);
    if (rect.width() < 3 || rect.height() < 3) {
        const QRgb colour = qAlpha(box.stroke.colour) ? box.stroke.colour : box.fill;
        m_painter.fillRect(rect, QColor::fromRgba(colour));
        return;
    }
    if (qAlpha(box.fill) != 0) m_painter.fillRect(rect, QColor::fromRgba(box.fill));
    if (box.stroke.width > 0 && qAlpha(box.stroke.colour) != 0) frame(rect, box.stroke);
}

void MapPainter::paint(const IconMark& icon)
{
    const QRect rect = pixels(icon.rect);
    if (rect.width() >= kSmallestIcon) return paintImage(icon, rect);
    QRgb& known = m_colours[icon.number];
    if (known == 0) known = m_icons.colour(icon.name);
    QColor colour = QColor::fromRgb(known);
    if (icon.opacity < 1) colour.setAlphaF(static_cast<float>(icon.opacity));
    m_painter.fillRect(rect, colour);
}

void MapPainter::paintImage(const IconMark& icon, const QRect& rect)
{
    QImage& image = m_images[icon.number];
    if (image.width() != rect.width()) image = m_icons.image(icon.name, rect.width());
    m_painter.setOpacity(icon.opacity);
    m_painter.drawImage(rect.topLeft(), image);
    m_painter.setOpacity(1);
}

void MapPainter::paint(const Polyline& line)
{
    if (line.stroke.colour != m_lineColour) flushLines();
    m_lineColour = line.stroke.colour;
    QPointF from = m_scene.map(line.points.front());
    for (std::size_t i = 1; i < line.points.size(); ++i) {
        const QPointF to = m_scene.map(line.points[i]);
        m_lines.append(QLineF(from, to));
        from = to;
    }
}

void MapPainter::paint(const Badge& badge)
{
    const QPointF at = m_scene.map(badge.centre);
    const QRect rect(static_cast<int>(std::lround(at.x())) - kBadge / 2,
                     static_cast<int>(std::lround(at.y())) - kBadge / 2, kBadge, kBadge);
    m_painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor::fromRgba(badge.ring));
    m_painter.fillRect(rect, QColor::fromRgba(badge.fill));
}

void MapPainter::flushLines()
{
    if (m_lines.isEmpty()) return;
    QPen pen(QColor::fromRgba(m_lineColour), 1);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    m_painter.drawLines(m_lines);
    m_lines.clear();
}

}  // namespace lintel::rendering
