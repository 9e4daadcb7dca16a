#include "app/cli/cli.h"

#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/user_catalogue.h"
#include "model/embedded/embedded.h"

#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace lintel::app::cli {

namespace {

constexpr const char* kCommands[] = {"new",    "templates", "kinds", "rules", "explain", "check", "export",
                                     "layout", "fmt",       "diff",  "merge", "git",     "reach", "fail",
                                     "matrix", "addresses", "cost",  "waive", "policy"};

bool isCommandName(const std::string& word)
{
    return std::find(std::begin(kCommands), std::end(kCommands), word) != std::end(kCommands);
}

bool takesValue(const std::string& argument) { return argument == "--lang" || argument == "--catalogue"; }

Context contextOf(const std::vector<std::string>& arguments, Streams streams)
{
    return {streams, languageOf(arguments), model::embedded::catalogue(), model::embedded::messages()};
}

// The arguments in a message of CLI11, without its English around them.
std::string wordsOf(std::string detail)
{
    if (const auto colon = detail.rfind(": "); colon != std::string::npos) detail.erase(0, colon + 2);
    if (const auto required = detail.find(" is required"); required != std::string::npos) detail.erase(required);
    if (const auto excludes = detail.find(" excludes "); excludes != std::string::npos)
        detail.replace(excludes, 10, ", ");
    return detail;
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
    return context.fail(id, {{"detail", wordsOf(detail)}});
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

/// Our own kinds are there already: they are copied only where somebody adds to them.
int runWithUserKinds(const CommandSet::Action& action, Context& context, const std::string& folder)
{
    const auto catalogue = catalogueWithUserKinds(folder);
    if (!catalogue) return context.fail(catalogue.error());
    if (!*catalogue) return action(context);
    model::text::Messages messages = context.messages;
    messages.addTitles(**catalogue);
    Context extended{context.streams, context.language, **catalogue, messages, context.isLanguageGiven};
    return action(extended);
}

int parseAndRun(std::vector<std::string> arguments, Context& context)
{
    CLI::App app(context.text("cli.summary"), "lintel");
    translateHelp(app, context);
    std::string language;
    std::string catalogueFolder;
    allowOnly(*app.add_option("--lang", language, context.text("cli.option.lang")), {"en", "ko"});
    app.add_option("--catalogue", catalogueFolder, context.text("cli.option.catalogue"));
    app.require_subcommand(0, 1);

    CommandSet commands(app, context);
    addNewCommand(commands);
    addTemplatesCommand(commands);
    addKindsCommand(commands);
    addRulesCommand(commands);
    addExplainCommand(commands);
    addCheckCommand(commands);
    addExportCommand(commands);
    addLayoutCommand(commands);
    addFmtCommand(commands);
    addDiffCommand(commands);
    addMergeCommand(commands);
    addGitCommand(commands);
    addReachCommand(commands);
    addFailCommand(commands);
    addMatrixCommand(commands);
    addAddressesCommand(commands);
    addCostCommand(commands);
    addWaiveCommand(commands);
    addPolicyCommand(commands);

    try {
        std::reverse(arguments.begin(), arguments.end());
        app.parse(std::move(arguments));
    } catch (const CLI::Success& asked) {
        return app.exit(asked, context.streams.out, context.streams.err);
    } catch (const CLI::ParseError& problem) {
        return failUsage(context, problem);
    }

    context.isLanguageGiven = !language.empty();
    const CommandSet::Action* action = commands.chosen();
    if (!action) {
        context.streams.err << app.help();
        return kUnusable;
    }
    return runWithUserKinds(*action, context, catalogueFolder);
}

}  // namespace

bool isCommandLine(const std::vector<std::string>& arguments)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& argument = arguments[at];
        if (takesValue(argument)) {
            ++at;
            continue;
        }
        if (argument.starts_with("--lang=") || argument.starts_with("--catalogue=")) continue;
        if (argument == "-h" || argument.starts_with("--")) return true;
        if (argument.starts_with("-")) return false;  // Qt's own: -platform, -style
        if (isCommandName(argument)) return true;
        // A word that can be no file is a mistyped subcommand, not a design to open.
        std::error_code ignored;
        return argument.find_first_of("./\\") == std::string::npos && !std::filesystem::exists(argument, ignored);
    }
    return false;
}

model::text::Language languageOf(const std::vector<std::string>& arguments)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == "--lang" && at + 1 < arguments.size()) return model::text::languageFrom(arguments[at + 1]);
        if (arguments[at].starts_with("--lang=")) return model::text::languageFrom(arguments[at].substr(7));
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value) return model::text::languageFrom(value);
    return model::text::Language::English;
}

int failWithoutDisplay(const std::vector<std::string>& arguments, Streams streams)
{
    return contextOf(arguments, streams).fail("cli.no-display");
}

int run(const std::vector<std::string>& arguments, Streams streams)
{
    Context context = contextOf(arguments, streams);
    try {
        return parseAndRun(arguments, context);
    } catch (const std::exception& problem) {
        return context.fail("cli.internal-error", {{"detail", problem.what()}});
    }
}

}  // namespace lintel::app::cli
