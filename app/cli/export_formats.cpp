#include "app/cli/export_formats.h"

#include "app/cli/drawing.h"
#include "app/cli/offscreen_gui.h"
#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"
#include "exporters/json/geometry_exporter.h"
#include "exporters/markdown/markdown_exporter.h"
#include "exporters/terraform/terraform_exporter.h"
#include "model/layout/layout.h"
#include "model/lint/linter.h"
#include "rendering/typography/typography.h"

#include <filesystem>

namespace lintel::app::cli {

namespace {

namespace fs = std::filesystem;
using exporters::ExportedFiles;

exporters::image::ImageOptions imageOptions(const ExportOptions& options)
{
    return {rendering::Theme::named(options.theme).value_or(rendering::Theme::light()), options.scale, options.transparent};
}

std::string svg(const Context& context, const ExportOptions& options, const model::Document& document)
{
    const OffscreenGui gui;
    const exporters::image::ImageOptions image = imageOptions(options);
    return exporters::image::exportSvg(drawingOf(document, context.catalogue, image.theme), image);
}

model::Result<std::string> png(const Context& context, const ExportOptions& options, const model::Document& document)
{
    const OffscreenGui gui;
    const exporters::image::ImageOptions image = imageOptions(options);
    return exporters::image::exportPng(drawingOf(document, context.catalogue, image.theme), image);
}

std::string geometry(const Context& context, const model::Document& document)
{
    const OffscreenGui gui;
    const rendering::FontTextMetrics metrics;
    return exporters::json::exportGeometry(model::layout::geometryOf(document, context.catalogue, metrics), document);
}

// The design may name the language of its document; --lang outranks it, the environment does not.
model::text::Language documentLanguage(const Context& context, const model::Document& document)
{
    const std::string& wish = document.settings().language;
    return context.isLanguageGiven || wish.empty() ? context.language : model::text::languageFrom(wish);
}

ExportedFiles markdown(const Context& context, const ExportOptions& options, const model::Document& document,
                       const std::string& target)
{
    ExportedFiles files;
    exporters::markdown::MarkdownOptions wishes{documentLanguage(context, document), {}};
    if (!target.empty()) {
        wishes.picture = fs::path(target).replace_extension(".svg").filename().string();
        files.push_back({wishes.picture, svg(context, options, document)});
    }
    files.push_back({fs::path(target).filename().string(),
                     exporters::markdown::exportMarkdown(document, context.catalogue,
                                                         model::lint::Linter::run(document, context.catalogue),
                                                         context.messages, wishes)});
    return files;
}

}  // namespace

model::Result<ExportedFiles> exportDesign(const Context& context, const ExportOptions& options,
                                          const model::Document& document, const std::string& target)
{
    if (options.type == "markdown") return markdown(context, options, document, target);
    if (options.type == "terraform")
        return exporters::terraform::exportTerraform(document, context.catalogue, context.messages, documentLanguage(context, document));
    const std::string name = fs::path(target).filename().string();
    if (options.type == "svg") return ExportedFiles{{name, svg(context, options, document)}};
    if (options.type == "json") return ExportedFiles{{name, geometry(context, document)}};
    auto picture = png(context, options, document);
    if (!picture) return picture.error();
    return ExportedFiles{{name, std::move(picture).value()}};
}

}  // namespace lintel::app::cli
