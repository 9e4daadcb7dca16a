#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/json.h"
#include "app/cli/offscreen_gui.h"
#include "app/cli/output.h"
#include "app/cli/rule_page.h"
#include "app/cli/rule_picture.h"
#include "app/cli/rule_story.h"
#include "app/cli/severity_words.h"
#include "model/lint/linter.h"

#include <filesystem>

namespace lintel::app::cli {

namespace {

using model::lint::Rule;

std::string ruleText(const Context& context, const Rule& rule, const char* part)
{
    return context.text("rule." + std::string(rule.id) + "." + part);
}

/// Ids of the same check elsewhere, `; ` between the catalogues they are from.
std::string controlsOf(const Context& context, const Rule& rule)
{
    return context.messages.contains("rule." + std::string(rule.id) + ".controls") ? ruleText(context, rule, "controls")
                                                                                   : std::string();
}

Json parametersOf(const Context& context, const Rule& rule)
{
    Json list = Json::array();
    for (const model::lint::Parameter& one : rule.parameters)
        list.push_back({{"key", std::string(one.key)},
                        {"usual", one.usual},
                        {"meaning", ruleText(context, rule, ("parameter." + std::string(one.key)).c_str())}});
    return list;
}

void printJson(const Context& context)
{
    Json list = Json::array();
    for (const Rule& rule : model::lint::allRules())
        list.push_back({{"rule", std::string(rule.id)},
                        {"group", std::string(rule.group)},
                        {"severity", wordOf(rule.severity)},
                        {"asksDecision", rule.nature == model::lint::Nature::TradeOff},
                        {"title", ruleText(context, rule, "title")},
                        {"why", ruleText(context, rule, "why")},
                        {"advice", ruleText(context, rule, "advice")},
                        {"documentation", ruleText(context, rule, "doc")},
                        {"controls", controlsOf(context, rule)},
                        {"parameters", parametersOf(context, rule)}});
    print(context.streams.out, {{"version", 1}, {"rules", list}});
}

struct RulesOptions {
    std::string format = "text";
    std::string output;
};

void printMarkdown(const Context& context)
{
    context.streams.out << ruleIndex(context, false);
    for (const Rule& rule : model::lint::allRules()) context.streams.out << '\n' << rulePage(context, rule, {}, 2);
}

/// A page for each rule with the picture of its example, and an index.
int writePages(const Context& context, const std::string& folder)
{
    namespace fs = std::filesystem;
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) return context.fail("cli.export.folder", {{"folder", folder}, {"detail", problem.message()}});
    const auto write = [&](const std::string& name, const std::string& bytes) {
        const auto written = writeOutput(context, (fs::path(folder) / name).string(), bytes);
        return written ? kFine : context.fail(written.error());
    };
    const OffscreenGui gui;
    for (const Rule& rule : model::lint::allRules()) {
        const std::string id(rule.id);
        std::string picture;
        if (const auto story = storyOf(rule, context.catalogue)) {
            picture = id + ".svg";
            const auto bytes = rulePicture(context, *story, picture, "auto");
            if (!bytes) return context.fail(bytes.error());
            if (const int failed = write(picture, *bytes)) return failed;
        }
        if (const int failed = write(id + ".md", rulePage(context, rule, picture))) return failed;
    }
    return write("README.md", ruleIndex(context, true));
}

int runRules(const RulesOptions& options, const Context& context)
{
    if (!options.output.empty()) {
        if (options.format != "markdown") return context.fail("cli.rules.folder-for-markdown");
        return writePages(context, options.output);
    }
    if (options.format == "json")
        printJson(context);
    else if (options.format == "markdown")
        printMarkdown(context);
    else
        for (const Rule& rule : model::lint::allRules())
            context.streams.out << rule.id << "  " << context.text(std::string("cli.severity.") + wordOf(rule.severity))
                                << "  " << ruleText(context, rule, "title") << '\n';
    return kFine;
}

}  // namespace

void addRulesCommand(CommandSet& commands)
{
    auto options = std::make_shared<RulesOptions>();
    CLI::App& command = commands.add("rules", [options](Context& context) { return runRules(*options, context); });
    command.add_option("-o,--output", options->output, commands.text("cli.rules.output"));
    allowOnly(*command.add_option("--format", options->format, commands.text("cli.option.format")),
              {"text", "json", "markdown"});
}

}  // namespace lintel::app::cli
