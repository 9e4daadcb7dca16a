#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/json.h"
#include "model/embedded/embedded.h"

namespace lintel::app::cli {

namespace {

struct TemplatesOptions {
    bool namesOnly = false;
    std::string format = "text";
};

void printJson(const Context& context)
{
    Json list = Json::array();
    for (const model::embedded::Template& design : model::embedded::templates())
        list.push_back({{"name", design.name}, {"title", toJson(design.title)}, {"summary", toJson(design.summary)}});
    print(context.streams.out, {{"version", 1}, {"templates", list}});
}

int runTemplates(const TemplatesOptions& options, const Context& context)
{
    if (options.format == "json") {
        printJson(context);
        return kFine;
    }
    for (const model::embedded::Template& design : model::embedded::templates()) {
        context.streams.out << design.name;
        if (!options.namesOnly)
            context.streams.out << "\n    " << context.text(design.title) << ": " << context.text(design.summary);
        context.streams.out << '\n';
    }
    return kFine;
}

}  // namespace

void addTemplatesCommand(CommandSet& commands)
{
    auto options = std::make_shared<TemplatesOptions>();
    CLI::App& command =
        commands.add("templates", [options](Context& context) { return runTemplates(*options, context); });
    command.add_flag("--names", options->namesOnly, commands.text("cli.templates.names"));
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")), {"text", "json"});
}

}  // namespace lintel::app::cli
