#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/diff_picture.h"
#include "app/cli/diff_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"

namespace lintel::app::cli {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";
    std::string theme = "light";
    std::string output = "-";
};

bool isPicture(const std::string& format) { return format == "svg" || format == "png"; }

model::Result<void> writePicture(const DiffOptions& options, const Context& context, const DiffReport& report)
{
    const auto picture = diffPicture(context, report, options.format, options.theme);
    if (!picture) return picture.error();
    return writeOutput(context, options.output, *picture);
}

int runDiff(const DiffOptions& options, const Context& context)
{
    if (options.output != "-" && !isPicture(options.format)) return context.fail("cli.diff.output-needs-picture");
    if (options.before == "-" && options.after == "-") return context.fail("cli.diff.one-standard-input");
    const auto before = readInput(context, options.before);
    if (!before) return context.fail(before.error());
    const auto after = readInput(context, options.after);
    if (!after) return context.fail(after.error());
    const DiffReport report{options.before, options.after, before->document, after->document,
                            model::review::differenceBetween(before->document, after->document, context.catalogue)};
    if (isPicture(options.format)) {
        if (const auto written = writePicture(options, context, report); !written) return context.fail(written.error());
    } else if (options.format == "json")
        printDiffAsJson(context, report);
    else if (options.format == "markdown")
        printDiffAsMarkdown(context, report);
    else
        printDiffAsText(context, report);
    return report.difference.isEmpty() ? kFine : kFound;
}

}  // namespace

void addDiffCommand(CommandSet& commands)
{
    auto options = std::make_shared<DiffOptions>();
    CLI::App& command = commands.add("diff", [options](Context& context) { return runDiff(*options, context); });
    command.add_option("old", options->before, commands.text("cli.diff.old"))->required();
    command.add_option("new", options->after, commands.text("cli.diff.new"))->required();
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")),
              {"text", "json", "markdown", "svg", "png"});
    allowOnly(*command.add_option("--theme", options->theme, commands.text("cli.export.theme")),
              {"light", "dark", "print", "auto"});
    command.add_option("-o,--output", options->output, commands.text("cli.diff.output"));
}

}  // namespace lintel::app::cli
