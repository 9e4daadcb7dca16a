#include "app/cli/rule_story.h"

#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"
#include "rendering/scene/picture.h"
#include "rendering/scene/side_by_side.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::lint::Finding;

std::optional<model::Document> designOf(const std::string& text, const std::string& name,
                                        const model::catalogue::Catalogue& catalogue)
{
    auto source = model::io::read(text, name, catalogue);
    if (!source) return std::nullopt;
    return std::move(source->document);
}

std::optional<Finding> firstFinding(const model::Document& document, const model::lint::Rule& rule,
                                    const model::catalogue::Catalogue& catalogue)
{
    for (Finding& finding : model::lint::Linter::run(document, catalogue))
        if (finding.rule == rule.id) return std::move(finding);
    return std::nullopt;
}

/// Only what the example is about is marked; whatever else a small design lacks is not the story.
rendering::Overlays marksOf(const RuleStory& story) { return rendering::overlaysOf({story.finding}); }

}  // namespace

std::optional<RuleStory> storyOf(const model::lint::Rule& rule, const model::catalogue::Catalogue& catalogue)
{
    const auto& examples = model::embedded::ruleExamples();
    const auto example =
        std::find_if(examples.begin(), examples.end(), [&](const auto& one) { return one.rule == rule.id; });
    if (example == examples.end()) return std::nullopt;
    const auto before = designOf(example->before, example->rule, catalogue);
    if (!before) return std::nullopt;
    auto finding = firstFinding(*before, rule, catalogue);
    if (!finding) return std::nullopt;
    RuleStory story{*before, {}, *finding, {}};
    if (!example->after.empty()) {
        const auto after = designOf(example->after, example->rule, catalogue);
        if (!after) return std::nullopt;
        story.after = *after;
    } else {
        if (finding->fixes.empty()) return std::nullopt;
        auto after = model::edit::apply(*before, finding->fixes.front().change);
        if (!after) return std::nullopt;
        story.after = std::move(after).value();
        story.remedy = finding->fixes.front().caption();
    }
    return story;
}

rendering::DisplayList pictureOf(const RuleStory& story, const model::catalogue::Catalogue& catalogue,
                                 const rendering::Theme& theme, const model::text::Messages& messages,
                                 model::text::Language language)
{
    const auto caption = [&](const char* id) { return QString::fromStdString(messages.text(id, language)); };
    return rendering::sideBySide(
        {{caption("cli.explain.before"), rendering::pictureOf(story.before, catalogue, theme, marksOf(story))},
         {caption("cli.explain.after"), rendering::pictureOf(story.after, catalogue, theme)}},
        theme.text.rgb());
}

}  // namespace lintel::app::cli
