// What people regretted about the architectures they published, rule by rule: said of the design as it was, and not of
// the design as it became.

#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"
#include "tests/model/lint/seeds/seed_row.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lintel {
namespace {

using namespace model;
using test::SeedDesign;
using test::SeedRow;

Document designOf(const SeedDesign& seed)
{
    for (const embedded::Template& design : embedded::templates()) {
        if (design.name != seed.name) continue;
        support::DesignBuilder draft(io::read(design.text, design.name, embedded::catalogue()).value().document);
        if (seed.edit) seed.edit(draft);
        return draft.build();
    }
    ADD_FAILURE() << "no template " << seed.name;
    return {};
}

bool isSaid(const SeedRow& seed, const SeedDesign& of)
{
    lint::Circumstances circumstances;
    circumstances.policy = of.policy;
    const auto findings = lint::Linter::run(designOf(of), embedded::catalogue(), circumstances);
    return std::any_of(findings.begin(), findings.end(), [&](const lint::Finding& finding) {
        const auto& subjects = finding.subjects;
        const bool isAbout =
            seed.subject.empty() || std::find(subjects.begin(), subjects.end(), seed.subject) != subjects.end();
        return finding.rule == seed.rule && isAbout && finding.severity >= seed.atLeast && !finding.todo;
    });
}

class Seeds : public testing::TestWithParam<SeedRow> {};

TEST_P(Seeds, AreSaidBeforeAndNotAfter)
{
    const SeedRow& seed = GetParam();
    ASSERT_NE(lint::findRule(seed.rule), nullptr) << seed.rule;
    EXPECT_TRUE(isSaid(seed, seed.before)) << seed.line << ": " << seed.rule << " is silent before";
    EXPECT_FALSE(isSaid(seed, seed.after)) << seed.line << ": " << seed.rule << " is said after";
}

Document templateOf(const embedded::Template& design)
{
    return io::read(design.text, design.name, embedded::catalogue()).value().document;
}

/// What the reference architectures are told beyond a remark is what their authors regretted, and nothing else.
TEST(SeedTemplates, EveryErrorAndWarningIsALineOfTheSeeds)
{
    for (const embedded::Template& design : embedded::templates())
        for (const lint::Finding& finding : lint::Linter::run(templateOf(design), embedded::catalogue())) {
            if (finding.severity < lint::Severity::Warning || finding.todo) continue;
            const bool isListed =
                std::any_of(test::seedRows().begin(), test::seedRows().end(), [&](const SeedRow& row) {
                    return row.rule == finding.rule && row.before.name == design.name && !row.before.edit;
                });
            EXPECT_TRUE(isListed) << design.name << ": " << finding.rule << " of " << finding.subjects.front();
        }
}

TEST(SeedTemplates, TheLastStagesHaveNoErrorAndNoWarning)
{
    for (const embedded::Template& design : embedded::templates()) {
        if (design.name != "startup-6-edge" && design.name != "eks-mobile-backend" && design.name != "three-tier")
            continue;
        for (const lint::Finding& finding : lint::Linter::run(templateOf(design), embedded::catalogue()))
            EXPECT_EQ(finding.severity, lint::Severity::Info) << design.name << ": " << finding.rule;
    }
}

TEST(SeedSentences, EachHasARowForEveryRule)
{
    const auto isTried = [](const test::SeedSentence& sentence, const std::string& rule) {
        return std::any_of(test::seedRows().begin(), test::seedRows().end(), [&](const SeedRow& row) {
            return row.rule == rule && row.line.starts_with(sentence.post + " ");
        });
    };
    for (const test::SeedSentence& sentence : test::seedSentences())
        for (const std::string& rule : sentence.rules)
            EXPECT_TRUE(isTried(sentence, rule)) << sentence.post << ": " << sentence.gist << ": " << rule;
}

INSTANTIATE_TEST_SUITE_P(EveryLine, Seeds, testing::ValuesIn(test::seedRows()), [](const auto& seed) {
    std::string name = std::to_string(seed.index) + "_" + seed.param.rule;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace lintel
