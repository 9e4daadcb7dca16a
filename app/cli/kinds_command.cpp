#include "app/cli/catalogue_json.h"
#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"

namespace lintel::app::cli {

namespace {

int runKinds(const std::string& format, const Context& context)
{
    if (format == "json") {
        print(context.streams.out, catalogueToJson(context.catalogue));
        return kFine;
    }
    for (const model::catalogue::Kind& kind : context.catalogue.kinds())
        context.streams.out << kind.id.text() << "  " << context.text(kind.title) << '\n';
    return kFine;
}

}  // namespace

void addKindsCommand(CommandSet& commands)
{
    auto format = std::make_shared<std::string>("text");
    CLI::App& command = commands.add("kinds", [format](Context& context) { return runKinds(*format, context); });
    allowOnly(*command.add_option("--format", *format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
