#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/diff_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"

namespace lintel::app::cli {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";
};

int runDiff(const DiffOptions& options, const Context& context)
{
    if (options.before == "-" && options.after == "-") return context.fail("cli.diff.one-standard-input");
    const auto before = readInput(context, options.before);
    if (!before) return context.fail(before.error());
    const auto after = readInput(context, options.after);
    if (!after) return context.fail(after.error());
    const DiffReport report{options.before, options.after, before->document, after->document,
                            model::review::differenceBetween(before->document, after->document, context.catalogue)};
    if (options.format == "json") printDiffAsJson(context, report);
    else if (options.format == "markdown") printDiffAsMarkdown(context, report);
    else printDiffAsText(context, report);
    return report.difference.isEmpty() ? kFine : kFound;
}

}  // namespace

void addDiffCommand(CommandSet& commands)
{
    auto options = std::make_shared<DiffOptions>();
    CLI::App& command = commands.add("diff", [options](Context& context) { return runDiff(*options, context); });
    command.add_option("old", options->before, commands.text("cli.diff.old"))->required();
    command.add_option("new", options->after, commands.text("cli.diff.new"))->required();
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json", "markdown"});
}

}  // namespace lintel::app::cli
