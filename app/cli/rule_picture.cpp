#include "app/cli/rule_picture.h"

#include "app/cli/offscreen_gui.h"
#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"

namespace lintel::app::cli {

model::Result<std::string> rulePicture(const Context& context, const RuleStory& story, const std::string& file,
                                       const std::string& theme)
{
    const OffscreenGui gui;
    const auto drawing = [&](const rendering::Theme& colours) {
        return pictureOf(story, context.catalogue, colours, context.messages, context.language);
    };
    exporters::image::ImageOptions options;
    options.theme = rendering::Theme::named(theme).value_or(rendering::Theme::light());
    if (!file.ends_with(".svg")) return exporters::image::exportPng(drawing(options.theme), options);
    options.title = context.text("rule." + story.finding.rule + ".title");
    options.description = context.messages.render(story.finding.message, context.language);
    options.language = model::text::codeOf(context.language);
    if (theme != "auto") return exporters::image::exportSvg(drawing(options.theme), options);
    return exporters::image::exportSvg(drawing(options.theme), drawing(rendering::Theme::dark()), options);
}

}  // namespace lintel::app::cli
