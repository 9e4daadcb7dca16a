#include "model/catalogue/catalogue.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lintel {
namespace {

using namespace model;
using lint::Finding;

std::vector<Finding> findingsOf(const Document& document, const std::string& rule)
{
    std::vector<Finding> found;
    for (Finding& finding : lint::Linter::run(document, embedded::catalogue()))
        if (finding.rule == rule) found.push_back(std::move(finding));
    return found;
}

Document designOf(const std::string& text, const std::string& name)
{
    const auto read = io::read(text, name, embedded::catalogue());
    if (!read) ADD_FAILURE() << embedded::messages().render(read.error(), text::Language::English);
    return read ? read->document : Document{};
}

/// Where no second drawing is given, the first fix leads there.
Document afterOf(const embedded::RuleExample& example, const Document& before, const Finding& finding)
{
    if (!example.after.empty()) return designOf(example.after, example.rule + ".after");
    if (finding.fixes.empty()) {
        ADD_FAILURE() << example.rule << ": has no after, and the rule offers no fix";
        return before;
    }
    const auto after = edit::apply(before, finding.fixes.front().change);
    EXPECT_TRUE(after);
    return after ? *after : before;
}

class RuleExamples : public testing::TestWithParam<embedded::RuleExample> {};

TEST_P(RuleExamples, FireBeforeAndNotAfter)
{
    const embedded::RuleExample& example = GetParam();
    ASSERT_NE(lint::findRule(example.rule), nullptr);
    const Document before = designOf(example.before, example.rule + ".before");
    const auto found = findingsOf(before, example.rule);
    ASSERT_EQ(found.size(), 1u) << "one story, one finding";
    const Document after = afterOf(example, before, found.front());
    EXPECT_TRUE(findingsOf(after, example.rule).empty());
    EXPECT_LE(before.blocks.size(), 16u) << "a picture that is seen at a glance";
    EXPECT_TRUE(before.placements.isEmpty()) << "laid out by the program, so that it always looks right";
}

TEST(RuleExampleList, EveryRuleHasOne)
{
    const auto& examples = embedded::ruleExamples();
    for (const lint::Rule& rule : lint::allRules()) {
        // They speak of a team's policy and of files beside the design, and a drawing brings none.
        if (rule.id == "assertion-violated" || rule.id == "decision-record") continue;
        EXPECT_TRUE(std::any_of(examples.begin(), examples.end(), [&](const auto& one) { return one.rule == rule.id; }))
            << rule.id;
    }
}

INSTANTIATE_TEST_SUITE_P(All, RuleExamples, testing::ValuesIn(embedded::ruleExamples()), [](const auto& example) {
    std::string name = example.param.rule;
    for (char& c : name)
        if (c == '-') c = '_';
    return name;
});

}  // namespace
}  // namespace lintel
