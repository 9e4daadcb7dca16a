#include "rendering/scene/story.h"

#include "rendering/typography/typography.h"

#include <algorithm>

namespace lintel::rendering {

namespace {

constexpr qreal kRadius = 10;
constexpr qreal kInset = 5;  ///< between a number of several digits and the disc's ends
constexpr auto kStyle = model::layout::TextStyle::ContainerName;

}  // namespace

void showStory(Overlays& overlays, const model::Document& document,
               const std::vector<model::analysis::StoryStep>& story)
{
    for (const model::Block& block : document.blocks) overlays.dimmed.insert(block.id.text());
    for (const model::Connection& connection : document.connections) overlays.dimmed.insert(connection.id.text());
    for (const model::Note& note : document.notes) overlays.dimmed.insert(note.id.text());
    for (const model::analysis::StoryStep& step : story) {
        for (const model::ConnectionId& id : step.connections) {
            overlays.dimmed.erase(id.text());
            overlays.steps[id.text()] = std::to_string(step.number);
        }
        // With what holds them: where a request is, is half of the story.
        for (const model::BlockId& id : step.blocks)
            for (const model::Block* at = document.blocks.find(id); at; at = document.blocks.find(at->parent))
                overlays.dimmed.erase(at->id.text());
    }
}

void drawStep(DisplayListBuilder& list, const std::string& number, QPointF centre, const Theme& theme)
{
    const model::Size size = FontTextMetrics().sizeOf(number, kStyle);
    const qreal width = std::max(2 * kRadius, size.width + 2 * kInset);
    const QRectF disc(centre.x() - width / 2, centre.y() - kRadius, width, 2 * kRadius);
    list.add(Box{disc, kRadius, theme.highlight.rgba(), {theme.background.rgba(), 2, Dash::Solid}, false});
    // The highlight is bright in every theme.
    const QColor ink = theme.isDark ? theme.background : theme.text;
    const QRectF line(disc.left(), centre.y() - size.height / 2.0, disc.width(), size.height);
    list.add(TextLine{QString::fromStdString(number), line, kStyle, ink.rgba(), Align::Centre});
}

}  // namespace lintel::rendering
