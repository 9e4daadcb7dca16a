#include "app/cli/cli.h"

#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/usage.h"
#include "app/cli/user_catalogue.h"
#include "model/embedded/embedded.h"

#include <algorithm>
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

bool isQuestion(const std::string& argument)
{
    return argument == "-h" || argument == "--help" || argument == "--version";
}

bool takesValue(const std::string& argument) { return argument == "--lang" || argument == "--catalogue"; }

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
    CommonOptions common;
    addCommonOptions(app, context, common);
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

    context.isLanguageGiven = !common.language.empty();
    const CommandSet::Action* action = commands.chosen();
    if (!action) {
        context.streams.err << app.help();
        return kUnusable;
    }
    return runWithUserKinds(*action, context, common.catalogueFolder);
}

}  // namespace

bool isCommandLine(const std::vector<std::string>& arguments)
{
    // The editor has neither help nor a version of its own to tell.
    const auto options = std::find(arguments.begin(), arguments.end(), "--");
    if (std::any_of(arguments.begin(), options, isQuestion)) return true;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string& argument = arguments[at];
        if (takesValue(argument)) {
            ++at;
            continue;
        }
        if (argument.starts_with("--lang=") || argument.starts_with("--catalogue=")) continue;
        if (argument == "--") return false;  // what follows are names of files
        if (argument.starts_with("--")) return true;
        if (argument.starts_with("-")) return false;  // Qt's own: -platform, -style
        if (isCommandName(argument)) return true;
        // A word that can be no file is a mistyped subcommand, not a design to open.
        std::error_code ignored;
        return argument.find_first_of("./\\") == std::string::npos && !std::filesystem::exists(argument, ignored);
    }
    return false;
}

Context contextOf(const std::vector<std::string>& arguments, Streams streams)
{
    return {streams, languageOf(arguments), model::embedded::catalogue(), model::embedded::messages()};
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
