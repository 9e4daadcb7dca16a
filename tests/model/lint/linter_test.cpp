#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

#include <thread>

namespace lintel {
namespace {

using model::lint::Linter;
using support::DesignBuilder;

DesignBuilder overlapping()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}});
    design.block("one", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}})
        .block("two", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}});
    return design;
}

TEST(Linter, MarksWaivedFindingsWhateverTheOrderOfSubjects)
{
    const auto found =
        support::findingsOf(overlapping().waive("subnet-overlap", {"one", "two"}).build(), "subnet-overlap");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].waived);
    EXPECT_FALSE(
        support::findingsOf(overlapping().waive("subnet-overlap", {"one"}).build(), "subnet-overlap")[0].waived);
}

TEST(Linter, KeepsFingerprintsOverUnrelatedEdits)
{
    const auto before = support::findingsOf(overlapping().build(), "subnet-overlap");
    const auto after = support::findingsOf(overlapping().block("users", "users").set("two", "label", "private").build(),
                                           "subnet-overlap");
    ASSERT_EQ(before.size(), 1u);
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(before[0].fingerprint, after[0].fingerprint);
}

TEST(Linter, SaysTheSameOnEveryThread)
{
    const auto document = overlapping().build();
    const auto expected = Linter::run(document, model::embedded::catalogue());
    std::vector<std::vector<model::lint::Finding>> results(4);
    std::vector<std::thread> workers;
    for (auto& result : results)
        workers.emplace_back([&] { result = Linter::run(document, model::embedded::catalogue()); });
    for (std::thread& worker : workers) worker.join();
    for (const auto& result : results) {
        ASSERT_EQ(result.size(), expected.size());
        for (std::size_t i = 0; i < result.size(); ++i) EXPECT_EQ(result[i].fingerprint, expected[i].fingerprint);
    }
}

TEST(Linter, EveryRuleHasItsTexts)
{
    ASSERT_FALSE(model::lint::allRules().empty());
    for (const auto& rule : model::lint::allRules())
        for (const char* part : {"title", "message", "why", "advice", "doc"})
            EXPECT_TRUE(model::embedded::messages().contains("rule." + std::string(rule.id) + "." + part))
                << rule.id << " " << part;
}

}  // namespace
}  // namespace lintel
