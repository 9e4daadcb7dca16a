#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/json.h"
#include "app/cli/severity_words.h"
#include "model/lint/linter.h"

namespace lintel::app::cli {

namespace {

using model::lint::Rule;

std::string ruleText(const Context& context, const Rule& rule, const char* part)
{
    return context.text("rule." + std::string(rule.id) + "." + part);
}

void printJson(const Context& context)
{
    Json list = Json::array();
    for (const Rule& rule : model::lint::allRules())
        list.push_back({{"rule", std::string(rule.id)},
                        {"group", std::string(rule.group)},
                        {"severity", wordOf(rule.severity)},
                        {"title", ruleText(context, rule, "title")},
                        {"why", ruleText(context, rule, "why")},
                        {"advice", ruleText(context, rule, "advice")}});
    print(context.streams.out, {{"version", 1}, {"rules", list}});
}

void printMarkdown(const Context& context)
{
    context.streams.out << "# " << context.text("cli.rules.heading") << "\n";
    for (const Rule& rule : model::lint::allRules())
        context.streams.out << "\n## " << rule.id << "\n\n**" << ruleText(context, rule, "title") << "** ("
                            << context.text(std::string("cli.severity.") + wordOf(rule.severity)) << ")\n\n"
                            << ruleText(context, rule, "why") << "\n\n" << ruleText(context, rule, "advice") << "\n";
}

int runRules(const std::string& format, const Context& context)
{
    if (format == "json") printJson(context);
    else if (format == "markdown") printMarkdown(context);
    else
        for (const Rule& rule : model::lint::allRules())
            context.streams.out << rule.id << "  " << context.text(std::string("cli.severity.") + wordOf(rule.severity))
                                << "  " << ruleText(context, rule, "title") << '\n';
    return kFine;
}

}  // namespace

void addRulesCommand(CommandSet& commands)
{
    auto format = std::make_shared<std::string>("text");
    CLI::App& command = commands.add("rules", [format](Context& context) { return runRules(*format, context); });
    allowOnly(*command.add_option("--format", *format, commands.text("cli.option.format")), {"text", "json", "markdown"});
}

}  // namespace lintel::app::cli
