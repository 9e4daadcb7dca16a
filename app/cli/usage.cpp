#include "app/cli/usage.h"

#include "app/cli/command_set.h"

namespace lintel::app::cli {

namespace {

// The arguments in a message of CLI11, without its English around them.
std::string wordsOf(std::string detail)
{
    if (const auto colon = detail.rfind(": "); colon != std::string::npos) detail.erase(0, colon + 2);
    if (const auto required = detail.find(" is required"); required != std::string::npos) detail.erase(required);
    if (const auto excludes = detail.find(" excludes "); excludes != std::string::npos)
        detail.replace(excludes, 10, ", ");
    return detail;
}

void translateHelp(CLI::App& app, const Context& context)
{
    const auto formatter = app.get_formatter();
    for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "REQUIRED", "TEXT"})
        formatter->label(label, context.text(std::string("cli.help.") + label));
    app.option_defaults()->group(context.text("cli.help.options"));
    app.set_help_flag("-h,--help", context.text("cli.option.help"));
    app.set_version_flag("--version", "lintel " LINTEL_VERSION, context.text("cli.option.version"));
}

}  // namespace

void addCommonOptions(CLI::App& app, const Context& context, CommonOptions& options)
{
    translateHelp(app, context);
    allowOnly(*app.add_option("--lang", options.language, context.text("cli.option.lang")), {"en", "ko"});
    app.add_option("--catalogue", options.catalogueFolder, context.text("cli.option.catalogue"));
}

// CLI11 words its errors in English only; the kind of mistake is enough to say it in the reader's language.
int failUsage(const Context& context, const CLI::ParseError& problem)
{
    const std::string detail = problem.what();
    std::string id = "cli.usage.other";
    if (dynamic_cast<const CLI::ExtrasError*>(&problem))
        id = "cli.usage.unexpected";
    else if (dynamic_cast<const CLI::RequiredError*>(&problem))
        id = "cli.usage.missing";
    else if (dynamic_cast<const CLI::ValidationError*>(&problem))
        id = "cli.usage.value";
    else if (dynamic_cast<const CLI::ConversionError*>(&problem))
        id = "cli.usage.value";
    else if (dynamic_cast<const CLI::ExcludesError*>(&problem))
        id = "cli.usage.excludes";
    else if (dynamic_cast<const CLI::ArgumentMismatch*>(&problem))
        id = "cli.usage.argument";
    // "--lang: 1 required TEXT missing": which option it is says enough.
    const bool isCount = id == "cli.usage.argument";
    return context.fail(id, {{"detail", isCount ? detail.substr(0, detail.find(':')) : wordsOf(detail)}});
}

}  // namespace lintel::app::cli
