#include "rendering/scene/side_by_side.h"

#include "rendering/typography/typography.h"

namespace lintel::rendering {

namespace {

constexpr qreal kGap = 64;
constexpr qreal kCaptionGap = 12;

/// Copies the primitives of a list to where it stands among the others.
class Copier {
public:
    Copier(DisplayListBuilder& builder, QPointF offset) : m_builder(builder), m_offset(offset) {}

    void copy(const DisplayList& list)
    {
        for (const Item& item : list.items()) copy(list, item);
    }

private:
    void copy(const DisplayList& list, const Item& item)
    {
        switch (item.type) {
            case PrimitiveType::Box: m_builder.add(movedRect(list.box(item))); break;
            case PrimitiveType::Icon: m_builder.add(movedRect(list.icon(item))); break;
            case PrimitiveType::Text: m_builder.add(movedRect(list.text(item))); break;
            case PrimitiveType::Polyline: m_builder.add(moved(list.polyline(item))); break;
            case PrimitiveType::Badge: m_builder.add(moved(list.badge(item))); break;
            case PrimitiveType::HitArea: break;
        }
    }

    template <class Primitive>
    Primitive movedRect(Primitive primitive) const
    {
        primitive.rect.translate(m_offset);
        return primitive;
    }
    Polyline moved(Polyline line) const
    {
        for (QPointF& point : line.points) point += m_offset;
        for (QPointF& point : line.gaps) point += m_offset;
        return line;
    }
    Badge moved(Badge badge) const
    {
        badge.centre += m_offset;
        return badge;
    }

    DisplayListBuilder& m_builder;
    QPointF m_offset;
};

}  // namespace

DisplayList sideBySide(const std::vector<CaptionedPicture>& pictures, QRgb captionColour)
{
    constexpr auto kStyle = model::layout::TextStyle::ContainerName;
    const FontTextMetrics metrics;
    const qreal line = lineHeightOf(kStyle);
    DisplayListBuilder builder(pictures.empty() ? 0 : pictures.front().picture.background());
    builder.beginElement(ElementKind::Note, "pictures");
    qreal left = 0;
    for (const CaptionedPicture& one : pictures) {
        const QRectF bounds = one.picture.bounds();
        const qreal width = std::max<qreal>(bounds.width(), metrics.sizeOf(one.caption.toStdString(), kStyle).width);
        builder.add(TextLine{one.caption, QRectF(left, 0, width, line), kStyle, captionColour, Align::Left});
        Copier(builder, QPointF(left, line + kCaptionGap) - bounds.topLeft()).copy(one.picture);
        left += width + kGap;
    }
    return std::move(builder).finish();
}

}  // namespace lintel::rendering
