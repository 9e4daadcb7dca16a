#include "app/cli/rule_page.h"

#include "app/cli/rule_story.h"
#include "app/cli/severity_words.h"
#include "exporters/markdown/markdown_text.h"
#include "model/lint/linter.h"

namespace lintel::app::cli {

namespace {

using exporters::markdown::escaped;
using model::lint::Rule;

std::string textOf(const Context& context, const Rule& rule, const char* part)
{
    const std::string id = "rule." + std::string(rule.id) + "." + part;
    return context.messages.contains(id) ? context.text(id) : std::string();
}

std::string groupOf(const Context& context, const Rule& rule)
{
    const std::string id = "rule-group." + std::string(rule.group);
    return context.messages.contains(id) ? context.text(id) : std::string(rule.group);
}

std::string kindLine(const Context& context, const Rule& rule)
{
    std::string line = "`" + std::string(rule.id) + "` · " +
                       context.text(std::string("cli.severity.") + wordOf(rule.severity)) + " · " +
                       groupOf(context, rule);
    if (rule.nature == model::lint::Nature::TradeOff) line += " · " + context.text("cli.rules.trade-off");
    if (rule.softening == model::lint::Softening::ByProfile) line += " · " + context.text("cli.rules.softened");
    return line;
}

std::string example(const Context& context, const Rule& rule, const std::string& picture, const std::string& level)
{
    const auto story = storyOf(rule, context.catalogue);
    if (!story) return {};
    std::string text = level + "# " + context.text("cli.rules.example") + "\n\n";
    if (!picture.empty()) text += "![" + escaped(textOf(context, rule, "title")) + "](" + picture + ")\n\n";
    text += "- " + context.text("cli.explain.before") + ": " +
            escaped(context.messages.render(story->finding.message, context.language)) + "\n";
    if (!story->remedy.id.empty())
        text += "- " + context.text("cli.explain.after") + ": " +
                escaped(context.messages.render(story->remedy, context.language)) + "\n";
    return text + "\n";
}

std::string parameters(const Context& context, const Rule& rule, const std::string& level)
{
    if (rule.parameters.empty()) return {};
    std::string text = level + "# " + context.text("cli.rules.parameters") + "\n\n";
    for (const model::lint::Parameter& one : rule.parameters)
        text += "- `" + std::string(one.key) + "` (" + std::to_string(one.usual) +
                "): " + escaped(textOf(context, rule, ("parameter." + std::string(one.key)).c_str())) + "\n";
    return text + "\n";
}

}  // namespace

std::string rulePage(const Context& context, const Rule& rule, const std::string& picture, int headingLevel)
{
    const std::string level(static_cast<std::size_t>(headingLevel), '#');
    std::string text =
        level + " " + escaped(textOf(context, rule, "title")) + "\n\n" + kindLine(context, rule) + "\n\n";
    text += escaped(textOf(context, rule, "why")) + "\n\n";
    text += example(context, rule, picture, level);
    text += level + "# " + context.text("cli.rules.what-to-do") + "\n\n" + escaped(textOf(context, rule, "advice")) +
            "\n\n";
    text += parameters(context, rule, level);
    if (const std::string controls = textOf(context, rule, "controls"); !controls.empty())
        text += escaped(context.text("cli.rules.controls", {{"controls", controls}})) + "\n\n";
    if (const std::string link = textOf(context, rule, "doc"); !link.empty())
        text += "[" + context.text("cli.rules.documentation") + "](" + link + ")\n\n";
    text.pop_back();
    return text;
}

std::string ruleIndex(const Context& context, bool linked)
{
    exporters::markdown::MarkdownTable table(
        {context.text("cli.rules.column-rule"), context.text("cli.rules.column-severity"),
         context.text("cli.rules.column-group"), context.text("cli.rules.column-title")});
    for (const Rule& rule : model::lint::allRules()) {
        const std::string id(rule.id);
        table.add({linked ? "[" + id + "](" + id + ".md)" : id,
                   context.text(std::string("cli.severity.") + wordOf(rule.severity)), groupOf(context, rule),
                   escaped(textOf(context, rule, "title"))});
    }
    return "# " + context.text("cli.rules.heading") + "\n\n" + table.text();
}

}  // namespace lintel::app::cli
