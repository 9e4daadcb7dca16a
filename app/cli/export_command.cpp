#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/export_formats.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "app/cli/terraform_export.h"
#include "rendering/icons/icon_set.h"

#include <filesystem>

namespace lintel::app::cli {

namespace {

namespace fs = std::filesystem;

bool isFolderExport(const std::string& type) { return type == "terraform"; }

std::string extensionOf(const std::string& type)
{
    return type == "markdown" ? ".md" : type == "mermaid" ? ".mmd" : "." + type;
}

// Beside the design, under its name: shop.lintel.yaml -> shop.png, shop-terraform/.
std::string defaultTarget(const ExportOptions& options)
{
    if (options.file == "-") return "-";
    std::string stem = options.file;
    for (const std::string_view suffix : {".yaml", ".yml", ".lintel"})
        if (stem.size() > suffix.size() && stem.ends_with(suffix)) stem.resize(stem.size() - suffix.size());
    return isFolderExport(options.type) ? stem + "-terraform" : stem + extensionOf(options.type);
}

// A file, unless a folder was named: then the default name in there.
std::string targetOf(const ExportOptions& options)
{
    if (options.output.empty()) return defaultTarget(options);
    const bool isFolder = options.output.ends_with('/') || fs::is_directory(options.output);
    if (isFolderExport(options.type) || !isFolder) return options.output;
    ExportOptions named = options;
    if (named.file == "-") named.file = "design";
    return (fs::path(options.output) / fs::path(defaultTarget(named)).filename()).string();
}

model::Result<void> makeFolder(const fs::path& folder)
{
    std::error_code problem;
    if (!folder.empty()) fs::create_directories(folder, problem);
    if (problem)
        return model::makeError("cli.export.folder", {{"folder", folder.string()}, {"detail", problem.message()}});
    return {};
}

model::Result<void> writeAll(const Context& context, const fs::path& folder, const exporters::ExportedFiles& files)
{
    for (const exporters::ExportedFile& file : files) {
        const fs::path path = folder / file.path;
        if (auto made = makeFolder(path.parent_path()); !made) return made;
        if (auto written = writeOutput(context, path.string(), file.bytes); !written) return written;
    }
    return {};
}

int runExport(const ExportOptions& options, const Context& context)
{
    const std::string target = targetOf(options);
    const bool toStandardOutput = target == "-";
    if (toStandardOutput && isFolderExport(options.type)) return context.fail("cli.export.folder-to-standard-output");

    if (!options.icons.empty()) {
        auto pack = rendering::IconPack::read(options.icons);
        if (!pack) return context.fail(pack.error());
        rendering::IconSet::usePack(std::make_shared<const rendering::IconPack>(std::move(pack).value()));
    }
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    if (isFolderExport(options.type)) {
        if (auto made = makeFolder(target); !made) return context.fail(made.error());
        return exportTerraformInto(context, target, source->document, documentLanguage(context, source->document),
                                   options.force);
    }
    const auto files = exportDesign(context, options, source->document, toStandardOutput ? std::string() : target);
    if (!files) return context.fail(files.error());

    const auto written = toStandardOutput ? writeOutput(context, "-", files->back().bytes)
                                          : writeAll(context, fs::path(target).parent_path(), *files);
    return written ? kFine : context.fail(written.error());
}

}  // namespace

void addExportCommand(CommandSet& commands)
{
    auto options = std::make_shared<ExportOptions>();
    CLI::App& command = commands.add("export", [options](Context& context) {
        options->story = options->story || options->animate;
        return runExport(*options, context);
    });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    allowOnly(*command.add_option("-t,--type", options->type, commands.text("cli.export.type"))->required(),
              {"png", "svg", "terraform", "markdown", "mermaid", "drawio", "html", "json", "pdf"});
    command.add_option("-o,--output", options->output, commands.text("cli.export.output"));
    allowOnly(*command.add_option("--theme", options->theme, commands.text("cli.export.theme")),
              {"light", "dark", "print", "auto"});
    command.add_option("--scale", options->scale, commands.text("cli.export.scale"));
    command.add_option("--icons", options->icons, commands.text("cli.export.icons"));
    command.add_flag("--force", options->force, commands.text("cli.export.force"));
    command.add_flag("--legend", options->legend, commands.text("cli.export.legend"));
    command.add_flag("--title-block", options->titleBlock, commands.text("cli.export.title-block"));
    command.add_flag("--story", options->story, commands.text("cli.export.story"));
    command.add_flag("--animate", options->animate, commands.text("cli.export.animate"));
    command.add_option("--only", options->only, commands.text("cli.export.only"))->type_name("ID");
    allowOnly(*command.add_option("--paper", options->paper, commands.text("cli.export.paper")), paperNames());
    allowOnly(*command.add_option("--poster", options->poster, commands.text("cli.export.poster")), paperNames());
    command.add_flag("--transparent", options->transparent, commands.text("cli.export.transparent"));
}

}  // namespace lintel::app::cli
