#include "app/cli/command_set.h"
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/offscreen_gui.h"
#include "app/cli/output.h"
#include "app/cli/rule_picture.h"
#include "app/cli/rule_story.h"
#include "app/cli/severity_words.h"
#include "model/lint/linter.h"

#include <ostream>

namespace lintel::app::cli {

namespace {

using model::lint::Rule;

struct ExplainOptions {
    std::string rule;
    std::string picture;
    std::string theme = "light";
};

void tell(const Context& context, const Rule& rule)
{
    std::ostream& out = context.streams.out;
    const std::string prefix = "rule." + std::string(rule.id) + ".";
    out << context.text(prefix + "title") << "\n"
        << rule.id << ", " << context.text(std::string("cli.severity.") + wordOf(rule.severity));
    if (rule.nature == model::lint::Nature::TradeOff) out << ", " << context.text("cli.rules.trade-off");
    out << "\n\n" << context.text(prefix + "why") << "\n\n" << context.text(prefix + "advice") << '\n';
    if (const auto story = storyOf(rule, context.catalogue)) {
        out << '\n'
            << context.text("cli.explain.before") << ": "
            << context.messages.render(story->finding.message, context.language) << '\n';
        if (!story->remedy.id.empty())
            out << context.text("cli.explain.after") << ": " << context.messages.render(story->remedy, context.language)
                << '\n';
    }
    if (context.messages.contains(prefix + "controls"))
        out << '\n' << context.text("cli.rules.controls", {{"controls", context.text(prefix + "controls")}}) << '\n';
    if (context.messages.contains(prefix + "doc")) out << '\n' << context.text(prefix + "doc") << '\n';
}

int runExplain(const ExplainOptions& options, const Context& context)
{
    const Rule* rule = model::lint::findRule(options.rule);
    if (!rule) return context.fail("cli.explain.unknown-rule", {{"rule", options.rule}});
    if (options.picture.empty()) {
        tell(context, *rule);
        return kFine;
    }
    const auto story = storyOf(*rule, context.catalogue);
    if (!story) return context.fail("cli.explain.no-picture", {{"rule", options.rule}});
    const auto bytes = rulePicture(context, *story, options.picture, options.theme);
    if (!bytes) return context.fail(bytes.error());
    if (const auto written = writeOutput(context, options.picture, *bytes); !written)
        return context.fail(written.error());
    return kFine;
}

}  // namespace

void addExplainCommand(CommandSet& commands)
{
    auto options = std::make_shared<ExplainOptions>();
    CLI::App& command = commands.add("explain", [options](Context& context) { return runExplain(*options, context); });
    command.add_option("rule", options->rule, commands.text("cli.explain.rule"))->required();
    command.add_option("-o,--output", options->picture, commands.text("cli.explain.output"));
    allowOnly(*command.add_option("--theme", options->theme, commands.text("cli.export.theme")),
              {"light", "dark", "auto"});
}

}  // namespace lintel::app::cli
