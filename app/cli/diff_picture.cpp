#include "app/cli/diff_picture.h"

#include "app/cli/export_formats.h"
#include "app/cli/offscreen_gui.h"
#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"
#include "model/review/combined_design.h"
#include "rendering/scene/change_marks.h"
#include "rendering/scene/picture.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::review::ChangeType;

// Only what occurs.
rendering::Legend legendOf(const Context& context, const DiffReport& report, model::text::Language language)
{
    rendering::Legend legend;
    for (const ChangeType type : {ChangeType::Added, ChangeType::Removed, ChangeType::Changed}) {
        const auto& elements = report.difference.elements;
        if (std::any_of(elements.begin(), elements.end(),
                        [&](const auto& one) { return one.change == type && !one.id.empty(); }))
            legend.changes.push_back({type, context.messages.text(std::string("cli.diff.") + wordOf(type), language)});
    }
    return legend;
}

rendering::DisplayList drawing(const Context& context, const DiffReport& report, const rendering::Theme& theme)
{
    rendering::Overlays overlays;
    const model::review::CombinedDesign both = model::review::combined(report.before, report.after);
    overlays.changes = rendering::changeMarksOf(both.named(report.difference));
    overlays.legend = legendOf(context, report, documentLanguage(context, report.after));
    return rendering::pictureOf(both.document, context.catalogue, theme, overlays);
}

}  // namespace

model::Result<std::string> diffPicture(const Context& context, const DiffReport& report, const std::string& format,
                                       const std::string& theme)
{
    const OffscreenGui gui;
    exporters::image::ImageOptions options;
    options.theme = rendering::Theme::named(theme).value_or(rendering::Theme::light());
    options.title = report.oldName + " → " + report.newName;
    options.language = model::text::codeOf(documentLanguage(context, report.after));
    const rendering::DisplayList picture = drawing(context, report, options.theme);
    if (format == "png") return exporters::image::exportPng(picture, options);
    if (theme != "auto") return exporters::image::exportSvg(picture, options);
    return exporters::image::exportSvg(picture, drawing(context, report, rendering::Theme::dark()), options);
}

}  // namespace lintel::app::cli
