#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/severity_words.h"
#include "model/lint/linter.h"

#include <ostream>

namespace lintel::app::cli {

namespace {

int runExplain(const std::string& id, const Context& context)
{
    const model::lint::Rule* rule = model::lint::findRule(id);
    if (!rule) return context.fail("cli.explain.unknown-rule", {{"rule", id}});
    const std::string prefix = "rule." + id + ".";
    context.streams.out << context.text(prefix + "title") << "\n"
                        << id << ", " << context.text(std::string("cli.severity.") + wordOf(rule->severity)) << "\n\n"
                        << context.text(prefix + "why") << "\n\n"
                        << context.text(prefix + "advice") << '\n';
    if (context.messages.contains(prefix + "doc")) context.streams.out << '\n' << context.text(prefix + "doc") << '\n';
    return kFine;
}

}  // namespace

void addExplainCommand(CommandSet& commands)
{
    auto rule = std::make_shared<std::string>();
    CLI::App& command = commands.add("explain", [rule](Context& context) { return runExplain(*rule, context); });
    command.add_option("rule", *rule, commands.text("cli.explain.rule"))->required();
}

}  // namespace lintel::app::cli
