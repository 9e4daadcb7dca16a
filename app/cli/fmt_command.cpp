#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/output.h"
#include "model/io/writer.h"

#include <ostream>

namespace lintel::app::cli {

namespace {

struct FmtOptions {
    std::vector<std::string> files;
    bool checkOnly = false;
};

int runFmt(const FmtOptions& options, const Context& context)
{
    int code = kFine;
    for (const std::string& path : options.files) {
        const auto source = readInput(context, path);
        if (!source) {
            code = context.fail(source.error());
            continue;
        }
        const std::string text = model::io::format(*source, context.catalogue);
        const bool isFormatted = text == source->text;
        if (options.checkOnly) {
            if (isFormatted) continue;
            context.streams.out << path << '\n';
            if (code == kFine) code = kFound;
            continue;
        }
        if (isFormatted && path != "-") continue;
        if (const auto written = writeOutput(context, path, text); !written) code = context.fail(written.error());
    }
    return code;
}

}  // namespace

void addFmtCommand(CommandSet& commands)
{
    auto options = std::make_shared<FmtOptions>();
    CLI::App& command = commands.add("fmt", [options](Context& context) { return runFmt(*options, context); });
    command.add_option("files", options->files, commands.text("cli.fmt.files"))->required();
    command.add_flag("--check", options->checkOnly, commands.text("cli.fmt.check"));
}

}  // namespace lintel::app::cli
