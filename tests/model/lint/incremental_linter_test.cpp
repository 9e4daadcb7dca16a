#include "model/lint/incremental_linter.h"

#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"
#include "tests/support/large_design.h"
#include "tests/support/random_document.h"
#include "tests/support/random_network.h"
#include "tests/support/random_setting.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace lintel {
namespace {

using namespace model;
using lint::Finding;
using lint::IncrementalLinter;
using lint::Linter;

/// Everything that a finding says, fixes by what they lead to.
std::string told(const Document& document, const Finding& finding)
{
    std::string text = finding.rule + '/' + finding.fingerprint + '/' +
                       std::to_string(static_cast<int>(finding.severity)) + '/' + finding.message.id +
                       (finding.waived ? "/waived" : "");
    for (const MessageArgument& argument : finding.message.arguments)
        text += '/' + argument.name + '=' + argument.value;
    for (const std::string& id : finding.subjects) text += ' ' + id;
    text += " by";
    for (const std::string& id : finding.witness) text += ' ' + id;
    for (const lint::Fix& fix : finding.fixes) {
        text += "; " + fix.id + (fix.automatic ? "!" : "");
        const auto after = edit::apply(document, fix.change);
        text +=
            after ? std::to_string(after->blocks.size()) + '.' + std::to_string(fix.change.blocks.size()) : " is stale";
        for (const auto& block : fix.change.blocks) text += ' ' + block.id().text();
    }
    return text;
}

std::vector<std::string> told(const Document& document, const std::vector<Finding>& findings)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings) lines.push_back(told(document, finding));
    return lines;
}

Document randomEdit(const Document& document, std::mt19937& random)
{
    const auto& catalogue = embedded::catalogue();
    switch (random() % 8) {
        case 0: return test::randomlyEdited(document, static_cast<std::uint32_t>(random()), 1, catalogue);
        case 1: {
            lintel::model::Settings settings = document.settings();
            settings.profile = random() % 2 == 0 ? "small" : "production";
            edit::Transaction transaction(document);
            transaction.put(settings);
            return transaction.document();
        }
        default: return test::withRandomSetting(document, random, catalogue);
    }
}

/// LINTEL_RANDOM_EDITS says how many edits the long campaign makes.
int editsPerDesign(int usual)
{
    const char* const wish = std::getenv("LINTEL_RANDOM_EDITS");
    return wish ? std::max(usual, std::atoi(wish) / 8) : usual;
}

void expectSameAfterEveryEdit(Document document, std::uint32_t seed, int edits)
{
    std::mt19937 random(seed);
    IncrementalLinter incremental(embedded::catalogue());
    incremental.run(document);
    std::size_t run = 0;
    for (int i = 0; i < edits; ++i) {
        document = randomEdit(document, random);
        const auto found = told(document, incremental.run(document));
        ASSERT_EQ(found, told(document, Linter::run(document, embedded::catalogue())))
            << "after edit " << i << " of seed " << seed;
        run += incremental.rulesRun();
    }
    // It would be no use if it ran everything anyway.
    EXPECT_LT(run, static_cast<std::size_t>(edits) * lint::allRules().size() * 9 / 10);
}

TEST(IncrementalLinter, SaysWhatAFullRunSaysOnRandomNetworks)
{
    for (std::uint32_t seed = 1; seed <= 4 && !HasFailure(); ++seed)
        expectSameAfterEveryEdit(test::randomNetwork(seed), seed, editsPerDesign(40));
}

TEST(IncrementalLinter, SaysWhatAFullRunSaysOnTheReferenceArchitectures)
{
    for (const char* name : {"startup-3-private-network", "small-service"})
        for (const embedded::Template& design : embedded::templates())
            if (design.name == name)
                expectSameAfterEveryEdit(io::read(design.text, name, embedded::catalogue()).value().document, 7,
                                         editsPerDesign(60));
}

TEST(IncrementalLinter, SaysWhatAFullRunSaysOnASoundDesign)
{
    expectSameAfterEveryEdit(test::largeDesign(200), 11, editsPerDesign(30));
    expectSameAfterEveryEdit(test::randomDocument(5, 80, embedded::catalogue()), 13, editsPerDesign(30));
}

TEST(IncrementalLinter, RunsNoRuleWhenNothingChanged)
{
    const Document document = test::largeDesign(100);
    IncrementalLinter linter(embedded::catalogue());
    linter.run(document);
    EXPECT_EQ(linter.rulesRun(), lint::allRules().size());
    linter.run(document);
    EXPECT_EQ(linter.rulesRun(), 0u);
}

TEST(IncrementalLinter, RunsFewRulesForAnEditThatFewLookAt)
{
    const Document document = test::largeDesign(100);
    IncrementalLinter linter(embedded::catalogue());
    linter.run(document);
    linter.run(edit::apply(document, edit::renameElement(document, "users", "customers")).value());
    EXPECT_LT(linter.rulesRun(), lint::allRules().size() / 2);
}

TEST(IncrementalLinter, StartsAfreshUnderOtherCircumstances)
{
    const Document document = test::randomNetwork(3);
    IncrementalLinter linter(embedded::catalogue());
    linter.run(document);
    lint::Circumstances learning;
    learning.profile = lint::Profile::Learning;
    EXPECT_EQ(told(document, linter.run(document, learning)),
              told(document, Linter::run(document, embedded::catalogue(), learning)));
    EXPECT_EQ(linter.rulesRun(), lint::allRules().size());
}

}  // namespace
}  // namespace lintel
