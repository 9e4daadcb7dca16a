#include "app/cli/export_formats.h"

#include "app/cli/block_argument.h"
#include "app/cli/decision_records.h"
#include "app/cli/offscreen_gui.h"
#include "app/cli/team_policy.h"
#include "exporters/drawio/drawio_exporter.h"
#include "exporters/html/html_exporter.h"
#include "exporters/image/pdf_exporter.h"
#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"
#include "exporters/json/geometry_exporter.h"
#include "exporters/markdown/markdown_exporter.h"
#include "exporters/markdown/regeneration.h"
#include "exporters/markdown/story_list.h"
#include "exporters/mermaid/mermaid_exporter.h"
#include "model/analysis/story.h"
#include "model/layout/layout.h"
#include "model/lint/linter.h"
#include "rendering/scene/legend.h"
#include "rendering/scene/picture.h"
#include "rendering/scene/story.h"
#include "rendering/typography/typography.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace lintel::app::cli {

namespace {

namespace fs = std::filesystem;
using exporters::ExportedFiles;

constexpr double kPngScale = 2;

using exporters::image::Paper;
constexpr std::array<std::pair<const char*, Paper>, 8> kPapers{{{"A0", Paper::A0},
                                                                {"A1", Paper::A1},
                                                                {"A2", Paper::A2},
                                                                {"A3", Paper::A3},
                                                                {"A4", Paper::A4},
                                                                {"A5", Paper::A5},
                                                                {"letter", Paper::Letter},
                                                                {"tabloid", Paper::Tabloid}}};

Paper paperNamed(const std::string& name)
{
    const auto at =
        std::find_if(kPapers.begin(), kPapers.end(), [&](const auto& paper) { return name == paper.first; });
    return at == kPapers.end() ? Paper::A4 : at->second;
}

/// Blocks by id or name, connections and notes by id.
model::Result<rendering::Selection> selectionOf(const ExportOptions& options, const model::Document& document)
{
    rendering::Selection selection;
    for (const std::string& argument : options.only) {
        if (document.connections.contains(model::ConnectionId(argument)) ||
            document.notes.contains(model::NoteId(argument))) {
            selection.insert(argument);
            continue;
        }
        const auto block = blockNamed(document, argument);
        if (!block) return block.error();
        selection.insert(block->text());
    }
    return selection;
}

exporters::image::ImageOptions imageOptions(const ExportOptions& options)
{
    return {rendering::Theme::named(options.theme).value_or(rendering::Theme::light()),
            options.scale.value_or(kPngScale), options.transparent};
}

rendering::DisplayList drawing(const Context& context, const ExportOptions& options, const model::Document& document,
                               const rendering::Theme& theme, const rendering::Selection& only)
{
    rendering::Overlays overlays;
    if (options.story) rendering::showStory(overlays, document, model::analysis::storyOf(document));
    if (options.titleBlock)
        overlays.titleBlock = rendering::titleBlockOf(document, context.messages, documentLanguage(context, document));
    if (options.legend)
        overlays.legend = rendering::legendOf(document, rendering::blockStylesOf(document, context.catalogue),
                                              context.messages, documentLanguage(context, document));
    return rendering::pictureOf(document, context.catalogue, theme, overlays, only);
}

/// What appears with each step of the story: lines, and the blocks at their ends.
std::vector<std::vector<std::string>> stepsOf(const model::Document& document)
{
    std::vector<std::vector<std::string>> steps;
    for (const model::analysis::StoryStep& step : model::analysis::storyOf(document)) {
        steps.emplace_back();
        for (const model::ConnectionId& id : step.connections) steps.back().push_back(id.text());
        for (const model::BlockId& id : step.blocks) steps.back().push_back(id.text());
    }
    return steps;
}

std::string svg(const Context& context, const ExportOptions& options, const model::Document& document,
                const rendering::Selection& only, bool hasElements = false)
{
    const OffscreenGui gui;
    exporters::image::ImageOptions image = imageOptions(options);
    image.hasElements = hasElements;
    if (options.animate) image.steps = stepsOf(document);
    const model::text::Language language = documentLanguage(context, document);
    image.title = document.settings().title;
    image.description = exporters::markdown::pictureText(document, context.catalogue, context.messages, language);
    image.language = model::text::codeOf(language);
    const rendering::DisplayList picture = drawing(context, options, document, image.theme, only);
    if (options.theme != "auto") return exporters::image::exportSvg(picture, image);
    return exporters::image::exportSvg(picture, drawing(context, options, document, rendering::Theme::dark(), only),
                                       image);
}

model::Result<std::string> png(const Context& context, const ExportOptions& options, const model::Document& document,
                               const rendering::Selection& only)
{
    if (options.theme == "auto") return model::makeError("image.one-theme", {{"type", "PNG"}});
    const OffscreenGui gui;
    const exporters::image::ImageOptions image = imageOptions(options);
    return exporters::image::exportPng(drawing(context, options, document, image.theme, only), image);
}

model::Result<std::string> pdf(const Context& context, const ExportOptions& options, const model::Document& document,
                               const rendering::Selection& only)
{
    if (options.theme == "auto") return model::makeError("image.one-theme", {{"type", "PDF"}});
    const OffscreenGui gui;
    exporters::image::ImageOptions image = imageOptions(options);
    image.title = document.settings().title;
    const bool isPoster = !options.poster.empty();
    const exporters::image::PdfOptions pages{paperNamed(isPoster ? options.poster : options.paper), isPoster,
                                             options.scale.value_or(1)};
    return exporters::image::exportPdf(drawing(context, options, document, image.theme, only), image, pages);
}

std::string geometry(const Context& context, const model::Document& document)
{
    const OffscreenGui gui;
    const rendering::FontTextMetrics metrics;
    return exporters::json::exportGeometry(model::layout::geometryOf(document, context.catalogue, metrics), document);
}

std::string diagram(const Context& context, const model::Document& document)
{
    const OffscreenGui gui;
    const model::graph::ArchitectureGraph graph(document, context.catalogue);
    return exporters::drawio::exportDrawio(
        graph, model::analysis::Routes(graph),
        model::layout::geometryOf(document, context.catalogue, rendering::FontTextMetrics()));
}

// What people added to a document that is there already must survive.
std::string previousText(const std::string& target)
{
    std::ifstream file(target, std::ios::binary);
    if (target.empty() || !file) return {};
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

ExportedFiles markdown(const Context& context, const ExportOptions& options, const model::Document& document,
                       const std::string& target, const model::lint::Circumstances& circumstances)
{
    ExportedFiles files;
    exporters::markdown::MarkdownOptions wishes{documentLanguage(context, document), {}, {}};
    if (!target.empty()) {
        // A document is read on light and on dark pages: one picture for each.
        ExportOptions picture = options;
        picture.theme = "light";
        picture.legend = true;
        wishes.picture = fs::path(target).replace_extension(".svg").filename().string();
        files.push_back({wishes.picture, svg(context, picture, document, {})});
        picture.theme = "dark";
        wishes.darkPicture = fs::path(target).stem().string() + "-dark.svg";
        files.push_back({wishes.darkPicture, svg(context, picture, document, {})});
    }
    const std::string fresh = exporters::markdown::exportMarkdown(
        document, context.catalogue, model::lint::Linter::run(document, context.catalogue, circumstances),
        context.messages, wishes);
    files.push_back(
        {fs::path(target).filename().string(), exporters::markdown::regenerated(previousText(target), fresh)});
    return files;
}

std::string page(const Context& context, const ExportOptions& options, const model::Document& document,
                 const model::lint::Circumstances& circumstances)
{
    ExportOptions picture = options;
    picture.theme = "auto";
    return exporters::html::exportHtml(
        document, context.catalogue, model::lint::Linter::run(document, context.catalogue, circumstances),
        context.messages, {documentLanguage(context, document), svg(context, picture, document, {}, true)});
}

/// Asked for what the design or the type has not?
model::Result<void> checkStory(const ExportOptions& options, const model::Document& document)
{
    if (options.animate && options.type != "svg") return model::makeError("cli.export.animate-svg", {});
    if (options.story && model::analysis::storyOf(document).empty()) return model::makeError("cli.export.no-story", {});
    return {};
}

std::string flowchart(const Context& context, const model::Document& document)
{
    const model::graph::ArchitectureGraph graph(document, context.catalogue);
    const model::analysis::Routes routes(graph);
    return exporters::mermaid::exportFlowchart(graph, routes, documentLanguage(context, document));
}

}  // namespace

model::text::Language documentLanguage(const Context& context, const model::Document& document)
{
    const std::string& wish = document.settings().language;
    return context.isLanguageGiven || wish.empty() ? context.language : model::text::languageFrom(wish);
}

const std::vector<std::string>& paperNames()
{
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const auto& [name, paper] : kPapers) names.emplace_back(name);
        return names;
    }();
    return kNames;
}

model::Result<ExportedFiles> exportDesign(const Context& context, const ExportOptions& options,
                                          const model::Document& document, const std::string& target)
{
    const std::string name = fs::path(target).filename().string();
    if (const auto checked = checkStory(options, document); !checked) return checked.error();
    if (options.story && options.type == "markdown")
        return ExportedFiles{
            {name, exporters::markdown::storyList(document, context.catalogue, model::analysis::storyOf(document))}};
    if (options.type == "markdown" || options.type == "html") {
        auto circumstances = circumstancesFor(options.file, context.catalogue);
        if (!circumstances) return circumstances.error();
        addRecords(*circumstances, document, options.file);
        if (options.type == "markdown") return markdown(context, options, document, target, *circumstances);
        return ExportedFiles{{name, page(context, options, document, *circumstances)}};
    }
    if (options.type == "mermaid") return ExportedFiles{{name, flowchart(context, document)}};
    if (options.type == "drawio") return ExportedFiles{{name, diagram(context, document)}};
    if (options.type == "json") return ExportedFiles{{name, geometry(context, document)}};
    const auto only = selectionOf(options, document);
    if (!only) return only.error();
    if (options.type == "svg") return ExportedFiles{{name, svg(context, options, document, *only)}};
    auto picture =
        options.type == "pdf" ? pdf(context, options, document, *only) : png(context, options, document, *only);
    if (!picture) return picture.error();
    return ExportedFiles{{name, std::move(picture).value()}};
}

}  // namespace lintel::app::cli
