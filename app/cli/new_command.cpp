#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "model/embedded/embedded.h"

#include <filesystem>

namespace lintel::app::cli {

namespace {

struct NewOptions {
    std::string templateName;
    std::string output;
    bool force = false;
};

// An empty design, for who starts from nothing.
constexpr const char* kEmptyDesign = "lintel: 1\nblocks: {}\n";

const model::embedded::Template* findTemplate(const std::string& name)
{
    for (const model::embedded::Template& design : model::embedded::templates())
        if (design.name == name) return &design;
    return nullptr;
}

int runNew(const NewOptions& options, Context& context)
{
    std::string text = kEmptyDesign;
    if (!options.templateName.empty()) {
        const model::embedded::Template* design = findTemplate(options.templateName);
        if (!design) return context.fail("cli.new.unknown-template", {{"name", options.templateName}});
        text = design->text;
    }
    std::error_code ignored;
    if (options.output != "-" && !options.force && std::filesystem::exists(options.output, ignored))
        return context.fail("cli.new.exists", {{"file", options.output}});
    const auto written = writeOutput(context, options.output, text);
    return written ? kFine : context.fail(written.error());
}

}  // namespace

void addNewCommand(CommandSet& commands)
{
    auto options = std::make_shared<NewOptions>();
    CLI::App& command = commands.add("new", [options](Context& context) { return runNew(*options, context); });
    command.add_option("-t,--template", options->templateName, commands.text("cli.new.template"));
    command.add_option("-o,--output", options->output, commands.text("cli.option.output"))->required();
    command.add_flag("--force", options->force, commands.text("cli.new.force"));
}

}  // namespace lintel::app::cli
