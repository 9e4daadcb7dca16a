#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/offscreen_gui.h"
#include "app/cli/output.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "rendering/typography/typography.h"

namespace lintel::app::cli {

namespace {

struct LayoutOptions {
    std::string file;
    std::string output;
    bool all = false;
    bool newOnly = false;
};

int runLayout(const LayoutOptions& options, const Context& context)
{
    const auto source = readInput(context, options.file);
    if (!source) return context.fail(source.error());
    const OffscreenGui gui;
    const rendering::FontTextMetrics metrics;
    const auto scope = options.newOnly ? model::layout::Scope::NewOnly : model::layout::Scope::All;
    const auto change = model::layout::arrange(source->document, context.catalogue, metrics, scope);
    const auto arranged = model::edit::apply(source->document, change);
    if (!arranged) return context.fail(arranged.error());
    const std::string& path = options.output.empty() ? options.file : options.output;
    const auto written = writeOutput(context, path, model::io::write(*arranged, *source, context.catalogue));
    return written ? kFine : context.fail(written.error());
}

}  // namespace

void addLayoutCommand(CommandSet& commands)
{
    auto options = std::make_shared<LayoutOptions>();
    CLI::App& command = commands.add("layout", [options](Context& context) { return runLayout(*options, context); });
    command.add_option("file", options->file, commands.text("cli.option.file"))->required();
    CLI::Option* all = command.add_flag("--all", options->all, commands.text("cli.layout.all"));
    command.add_flag("--new", options->newOnly, commands.text("cli.layout.new"))->excludes(all);
    command.add_option("-o,--output", options->output, commands.text("cli.layout.output"));
}

}  // namespace lintel::app::cli
