#include "rendering/scene/legend_drawing.h"

#include "model/catalogue/catalogue.h"
#include "rendering/scene/change_marks.h"
#include "rendering/typography/typography.h"

#include <algorithm>

namespace lintel::rendering {

namespace {

constexpr qreal kAbove = 28;   // between the drawing and the legend
constexpr qreal kSwatch = 44;  // long enough to tell the dashes apart
constexpr qreal kBox = 24;
constexpr qreal kSwatchHeight = 12;
constexpr qreal kBeforeText = 8;
constexpr qreal kBetween = 24;  // entries
constexpr qreal kRow = 24;
constexpr qreal kNarrowest = 360;  // a legend may be wider than a very small drawing
constexpr auto kStyle = model::layout::TextStyle::BlockDetail;

class LegendWriter {
public:
    LegendWriter(DisplayListBuilder& list, const QRectF& bounds, const Theme& theme)
        : m_list(list),
          m_theme(theme),
          m_left(bounds.left()),
          m_right(bounds.left() + std::max(bounds.width(), kNarrowest)),
          m_at(bounds.left(), bounds.bottom() + kAbove)
    {
    }

    void addTone(const BoxStyle& style, const std::string& text)
    {
        const QPointF at = place(kBox, text);
        m_list.add(Box{QRectF(at.x(), at.y() + (kRow - kSwatchHeight) / 2, kBox, kSwatchHeight),
                       3,
                       style.fill.rgba(),
                       {style.border.rgba(), style.width, style.dash},
                       false});
        write(at + QPointF(kBox, 0), text);
    }

    void addLine(const LineStyle& style, bool hasArrow, const std::string& text)
    {
        const QPointF at = place(kSwatch, text);
        const QPointF from = at + QPointF(0, kRow / 2);
        Polyline line;
        line.points = {from, from + QPointF(kSwatch, 0)};
        line.stroke = {style.colour.rgba(), style.width, style.dash};
        line.arrowAtEnd = hasArrow;
        m_list.add(std::move(line));
        write(at + QPointF(kSwatch, 0), text);
    }

    void addChange(model::review::ChangeType change, const std::string& text)
    {
        const QPointF at = place(kRow, text);
        markChange(m_list, change, at + QPointF(kRow, kRow) / 2, m_theme);
        write(at + QPointF(kRow, 0), text);
    }

private:
    qreal widthOf(const std::string& text) const { return FontTextMetrics().sizeOf(text, kStyle).width; }

    /// Where the next entry goes: in this row while there is room.
    QPointF place(qreal swatch, const std::string& text)
    {
        const qreal width = swatch + kBeforeText + widthOf(text);
        if (m_at.x() > m_left && m_at.x() + width > m_right) m_at = QPointF(m_left, m_at.y() + kRow);
        const QPointF at = m_at;
        m_at.rx() += width + kBetween;
        return at;
    }

    void write(QPointF at, const std::string& text)
    {
        const qreal height = lineHeightOf(kStyle);
        m_list.add(TextLine{displayText(text),
                            QRectF(at.x() + kBeforeText, at.y() + (kRow - height) / 2, widthOf(text), height), kStyle,
                            m_theme.mutedText.rgba(), Align::Left});
    }

    DisplayListBuilder& m_list;
    const Theme& m_theme;
    qreal m_left;
    qreal m_right;
    QPointF m_at;
};

}  // namespace

void drawLegend(DisplayListBuilder& list, const Legend& legend, const QRectF& bounds, const Theme& theme,
                const model::catalogue::Catalogue& catalogue)
{
    if (legend.isEmpty()) return;
    list.beginElement(ElementKind::Note, {});
    LegendWriter writer(list, bounds, theme);
    const model::catalogue::Kind* subnet = catalogue.find(model::KindId("subnet"));
    for (const Legend::Change& entry : legend.changes) writer.addChange(entry.change, entry.text);
    for (const Legend::Tone& entry : legend.tones) writer.addTone(theme.box(subnet, entry.tone), entry.text);
    for (const Legend::Line& entry : legend.lines)
        writer.addLine(theme.line(entry.relation), entry.relation != "attach", entry.text);
}

}  // namespace lintel::rendering
