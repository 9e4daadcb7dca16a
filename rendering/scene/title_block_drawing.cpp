#include "rendering/scene/title_block_drawing.h"

#include "rendering/typography/typography.h"

#include <algorithm>

namespace lintel::rendering {

namespace {

using model::layout::TextStyle;

constexpr qreal kAbove = 28;  // between the drawing and the block
constexpr qreal kPadding = 12;
constexpr qreal kNarrowest = 200;
constexpr int kWidest = 420;
constexpr qreal kForLegend = 384;  // what a legend needs beside it
constexpr qreal kLineGap = 2;

struct Line {
    std::string text;
    TextStyle style;
};

std::vector<Line> linesOf(const TitleBlock& block)
{
    const FontTextMetrics metrics;
    std::vector<Line> lines;
    for (const std::string& line : metrics.wrapped(block.title, TextStyle::ContainerName, kWidest, 2))
        lines.push_back({line, TextStyle::ContainerName});
    for (const std::string& text : block.lines)
        for (const std::string& line : metrics.wrapped(text, TextStyle::BlockDetail, kWidest, 1))
            lines.push_back({line, TextStyle::BlockDetail});
    return lines;
}

}  // namespace

QRectF drawTitleBlock(DisplayListBuilder& list, const TitleBlock& block, const QRectF& bounds, const Theme& theme)
{
    if (block.isEmpty()) return bounds;
    const std::vector<Line> lines = linesOf(block);
    qreal width = kNarrowest;
    qreal height = 2 * kPadding - kLineGap;
    for (const Line& line : lines) {
        width = std::max(width, FontTextMetrics().sizeOf(line.text, line.style).width + 2 * kPadding);
        height += lineHeightOf(line.style) + kLineGap;
    }
    const QRectF rect(std::max(bounds.left(), bounds.right() - width), bounds.bottom() + kAbove, width, height);
    list.beginElement(ElementKind::Note, {});
    list.add(Box{rect, 4, theme.background.rgba(), {theme.labelBorder.rgba(), 1.25, Dash::Solid}, false});
    qreal top = rect.top() + kPadding;
    for (const Line& line : lines) {
        const qreal lineHeight = lineHeightOf(line.style);
        const bool isTitle = line.style == TextStyle::ContainerName;
        list.add(TextLine{displayText(line.text),
                          QRectF(rect.left() + kPadding, top, rect.width() - 2 * kPadding, lineHeight), line.style,
                          (isTitle ? theme.text : theme.mutedText).rgba(), Align::Left});
        top += lineHeight + kLineGap;
    }
    if (bounds.width() - width >= kForLegend) return bounds.adjusted(0, 0, -width - kAbove, 0);
    return bounds.united(rect);
}

}  // namespace lintel::rendering
