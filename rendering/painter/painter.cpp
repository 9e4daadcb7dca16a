#include "rendering/painter/painter.h"

#include "rendering/display_list/line_shape.h"
#include "rendering/painter/level_of_detail.h"
#include "rendering/painter/map_painter.h"
#include "rendering/painter/outline_part.h"
#include "rendering/typography/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace lintel::rendering {

namespace {

constexpr qreal kOffTheHalf = 1e-4;

QPainterPath pathOf(const LineRun& run)
{
    QPainterPath path(run.start);
    for (const RoundedCorner& corner : run.corners) {
        path.lineTo(corner.enter);
        path.quadTo(corner.corner, corner.leave);
    }
    path.lineTo(run.end);
    return path;
}

/// From where an SVG rectangle begins and the way it runs: dashes lie in the same places.
QPainterPath outlineOf(const Box& box)
{
    const QRectF& rect = box.rect;
    const qreal size = 2 * box.radius;
    QPainterPath path(QPointF(rect.left() + box.radius, rect.top()));
    path.lineTo(rect.right() - box.radius, rect.top());
    path.arcTo(QRectF(rect.right() - size, rect.top(), size, size), 90, -90);
    path.lineTo(rect.right(), rect.bottom() - box.radius);
    path.arcTo(QRectF(rect.right() - size, rect.bottom() - size, size, size), 0, -90);
    path.lineTo(rect.left() + box.radius, rect.bottom());
    path.arcTo(QRectF(rect.left(), rect.bottom() - size, size, size), 270, -90);
    path.lineTo(rect.left(), rect.top() + box.radius);
    path.arcTo(QRectF(rect.left(), rect.top(), size, size), 180, -90);
    path.closeSubpath();
    return path;
}

class ItemPainter {
public:
    ItemPainter(QPainter& painter, const DisplayList& list, const QRectF& clip, const IconSet& icons, bool isOnPaper)
        : m_painter(painter),
          m_list(list),
          m_clip(clip),
          m_icons(icons),
          m_isOnPaper(isOnPaper),
          m_transform(painter.worldTransform()),
          m_scale(m_transform.m11()),
          m_ratio(painter.device()->devicePixelRatioF())
    {
        m_hasFarTitles = !isOnPaper && m_scale < kFarTitleScale;
    }

    void paint(const Item& item)
    {
        if (m_hasFarTitles && isHeader(item)) return;
        switch (item.type) {
            case PrimitiveType::Box: paint(m_list.box(item)); break;
            case PrimitiveType::Icon: paint(m_list.icon(item)); break;
            case PrimitiveType::Text: paint(m_list.text(item)); break;
            case PrimitiveType::Polyline: paint(m_list.polyline(item)); break;
            case PrimitiveType::Badge: paint(m_list.badge(item)); break;
            case PrimitiveType::HitArea: break;
        }
    }

private:
    /// What a far title takes the place of.
    bool isHeader(const Item& item) const
    {
        if (!m_list.elements()[item.element].isContainer) return false;
        if (item.type == PrimitiveType::Box) return m_list.box(item).plateOf.has_value();
        return item.type == PrimitiveType::Icon || item.type == PrimitiveType::Text;
    }

    bool isShown(model::layout::TextStyle style) const { return m_isOnPaper || isTextShown(style, m_scale * m_ratio); }

    QPen penOf(const Stroke& stroke) const
    {
        if (stroke.width <= 0 || qAlpha(stroke.colour) == 0) return QPen(Qt::NoPen);
        QPen pen(QColor::fromRgba(stroke.colour), stroke.width);
        // Far away a thin frame still shows as a line.
        if (stroke.width * m_scale < 1) pen.setWidthF(1 / m_scale);
        pen.setJoinStyle(Qt::MiterJoin);
        const std::vector<qreal> dashes = dashPattern(stroke.dash);
        if (dashes.empty()) return pen;
        const qreal period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
        if (!m_isOnPaper && period * m_scale * m_ratio < kSmallestDashes) {
            qreal drawn = 0;
            for (std::size_t i = 0; i < dashes.size(); i += 2) drawn += dashes[i];
            QColor colour = pen.color();
            colour.setAlphaF(colour.alphaF() * static_cast<float>(drawn / period));
            pen.setColor(colour);
            return pen;
        }
        QList<qreal> pattern;
        for (const qreal length : dashes) pattern.append(length / pen.widthF());
        pen.setDashPattern(pattern);
        pen.setCapStyle(Qt::FlatCap);
        return pen;
    }

    void stroke(const QPainterPath& path, const QPen& pen)
    {
        if (pen.style() == Qt::NoPen) return;
        if (m_isOnPaper) return m_painter.strokePath(path, pen);
        const qreal reach = pen.widthF() + 2 / m_scale;
        const QRectF near = m_clip.adjusted(-reach, -reach, reach, reach);
        if (pen.style() == Qt::SolidLine)
            m_painter.strokePath(partNear(path, near), pen);
        else
            m_painter.fillPath(dashesNear(path, pen, near), pen.color());
    }

    void paint(const Box& box)
    {
        if (box.plateOf && !isShown(*box.plateOf)) return;
        if (box.stroke.dash != Dash::Solid) return paintDashed(box);
        const QColor fill = QColor::fromRgba(box.fill);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(penOf(box.stroke));
        m_painter.setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
        if (box.radius * m_scale < 1)
            m_painter.drawRect(box.rect);
        else
            m_painter.drawRoundedRect(box.rect, box.radius, box.radius);
    }

    void paintDashed(const Box& box)
    {
        const QPainterPath outline = outlineOf(box);
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (qAlpha(box.fill) != 0) m_painter.fillPath(outline, QColor::fromRgba(box.fill));
        stroke(outline, penOf(box.stroke));
    }

    void paint(const IconMark& mark)
    {
        if (m_isOnPaper) {
            m_painter.setOpacity(mark.opacity);
            IconSet::paint(m_painter, mark.name, mark.rect);
            m_painter.setOpacity(1);
            return;
        }
        const auto pixels = static_cast<int>(std::lround(mark.rect.width() * m_scale * m_ratio));
        if (pixels < kSmallestIcon) return paintTile(mark);
        QImage image = m_icons.image(mark.name, pixels);
        image.setDevicePixelRatio(m_ratio);
        // On whole device pixels, unscaled: sharp, and a plain copy.
        const QPointF at = m_transform.map(mark.rect.topLeft()) * m_ratio;
        const QPointF snapped = QPointF(std::round(at.x()), std::round(at.y())) / m_ratio;
        m_painter.setWorldTransform(QTransform());
        m_painter.setOpacity(mark.opacity);
        m_painter.drawImage(snapped, image);
        m_painter.setOpacity(1);
        m_painter.setWorldTransform(m_transform);
    }

    void paintTile(const IconMark& mark)
    {
        QColor colour = QColor::fromRgb(m_icons.colour(mark.name));
        colour.setAlphaF(static_cast<float>(mark.opacity));
        const qreal radius = mark.rect.width() / 6;  // as on the icons
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(mark.rect, radius, radius);
    }

    const QFont& font(model::layout::TextStyle style)
    {
        auto& cached = m_fonts[static_cast<std::size_t>(style)];
        if (!cached) cached = fontOf(style);
        return *cached;
    }

    void paint(const TextLine& line)
    {
        if (!isShown(line.style)) return;
        const QFont& face = font(line.style);
        const qreal overhang = overhangOf(line.text, line.style);
        QPointF at(line.rect.left() + overhang, line.rect.top() + ascentOf(line.style));
        if (line.align == Align::Centre) {
            at.rx() = line.rect.center().x() + (overhang - QFontMetricsF(face).horizontalAdvance(line.text)) / 2;
        }
        // A baseline right between two pixels is rounded the same way in every tile.
        at.ry() += kOffTheHalf;
        m_painter.setFont(face);
        m_painter.setPen(QColor::fromRgba(line.colour));
        m_painter.drawText(at, line.text);
    }

    void paint(const Polyline& line)
    {
        const LineShape shape = lineShapeOf(line);
        m_painter.setRenderHint(QPainter::Antialiasing);
        const QPen pen = penOf(line.stroke);
        // As for baselines: an edge right between two steps of the rasteriser falls to the same side in every tile.
        for (const LineRun& run : shape.runs) stroke(pathOf(run).translated(kOffTheHalf, kOffTheHalf), pen);
        if (shape.arrow.empty()) return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(QColor::fromRgba(line.stroke.colour));
        m_painter.drawPolygon(shape.arrow.data(), static_cast<int>(shape.arrow.size()));
    }

    void paint(const Badge& badge)
    {
        const BadgeShape shape = badgeShapeOf(badge);
        m_painter.setRenderHint(QPainter::Antialiasing);
        QPen ring(QColor::fromRgba(badge.ring), 3);
        ring.setJoinStyle(Qt::RoundJoin);
        m_painter.setBrush(QColor::fromRgba(badge.fill));
        // The ring lies under the shape, so that the shape keeps its size.
        for (const QPen& pen :
             {ring, QPen(QColor::fromRgba(badge.fill), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)}) {
            m_painter.setPen(pen);
            if (shape.triangle.empty())
                m_painter.drawEllipse(badge.centre, badge.radius - 0.75, badge.radius - 0.75);
            else
                m_painter.drawPolygon(shape.triangle.data(), static_cast<int>(shape.triangle.size()));
        }
        m_painter.setPen(QPen(QColor::fromRgba(badge.glyph), shape.stroke, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(shape.stemFrom, shape.stemTo);
        m_painter.drawPoint(shape.dot);
    }

    QPainter& m_painter;
    const DisplayList& m_list;
    QRectF m_clip;
    const IconSet& m_icons;
    bool m_isOnPaper;
    bool m_hasFarTitles = false;
    QTransform m_transform;
    qreal m_scale;
    qreal m_ratio;
    std::array<std::optional<QFont>, 6> m_fonts;
};

}  // namespace

void paint(QPainter& painter, const DisplayList& list, const QRectF& clip, const IconSet& icons,
           const PaintOptions& options)
{
    const qreal scale = painter.worldTransform().m11();
    const std::vector<std::uint32_t> shown = list.itemsIn(clip);
    if (!options.isOnPaper && scale * painter.device()->devicePixelRatioF() < kMapScale) {
        MapPainter map(painter, list, icons);
        for (const std::uint32_t index : shown) map.paint(list.items()[index]);
    } else {
        ItemPainter itemPainter(painter, list, clip, icons, options.isOnPaper);
        for (const std::uint32_t index : shown) itemPainter.paint(list.items()[index]);
    }
    if (options.isOnPaper || options.isThumbnail || scale >= kFarTitleScale) return;
    const QRectF inPixels(clip.topLeft() * scale, clip.size() * scale);
    paintFarTitles(painter, options.titles ? *options.titles : farTitlesOf(list, scale), inPixels);
}

}  // namespace lintel::rendering
