#include "model/lint/decisions.h"
#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using namespace model;
using lint::Finding;
using support::DesignBuilder;
using support::expectFixes;

constexpr const char* kRule = "stale-decision";
constexpr const char* kDecidedRule = "rds-single-az";

DesignBuilder singleZone()
{
    DesignBuilder design;
    design.block("vpc", "vpc").block("db", "rds-instance", "vpc", {{"engine", "mysql"}, {"multi-az", false}});
    return design;
}

/// The finding about the database, lived with.
Document decided(const lint::Decision& decision = {"nightly backups are enough", "kim", "2027-01-31"})
{
    const Document document = singleZone().build();
    const auto found = support::findingsOf(document, kDecidedRule);
    return edit::apply(document, lint::decide(document, found.at(0), decision)).value();
}

std::vector<Finding> staleOn(const Document& document, const std::string& today)
{
    lint::Circumstances circumstances;
    circumstances.today = today;
    std::vector<Finding> found;
    for (Finding& finding : lint::Linter::run(document, embedded::catalogue(), circumstances))
        if (finding.rule == kRule) found.push_back(std::move(finding));
    return found;
}

bool isWaived(const Document& document, const std::string& today)
{
    lint::Circumstances circumstances;
    circumstances.today = today;
    for (const Finding& finding : lint::Linter::run(document, embedded::catalogue(), circumstances))
        if (finding.rule == kDecidedRule) return finding.waived;
    ADD_FAILURE() << "the finding is gone";
    return false;
}

TEST(StaleDecision, IsSilentWhileTheDecisionHolds)
{
    EXPECT_TRUE(staleOn(decided(), "2027-01-31").empty());
    EXPECT_TRUE(isWaived(decided(), "2027-01-31"));
}

TEST(StaleDecision, TellsThatTheDayOfReviewHasPassed)
{
    const auto found = staleOn(decided(), "2027-02-01");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.stale-decision.expired");
    EXPECT_EQ(found[0].severity, lint::Severity::Info);
    EXPECT_FALSE(isWaived(decided(), "2027-02-01")) << "what was decided comes back";
}

TEST(StaleDecision, TellsThatTheSubjectHasChanged)
{
    const Document changed = DesignBuilder(decided()).set("db", "engine", "postgres").build();
    const auto found = staleOn(changed, "2026-12-01");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.stale-decision.changed");
    EXPECT_FALSE(isWaived(changed, "2026-12-01"));
    // Confirmed for what is drawn now, it holds again.
    EXPECT_EQ(found[0].fixes.at(0).id, "confirm-decision");
    const auto confirmed = edit::apply(changed, found[0].fixes.at(0).change);
    ASSERT_TRUE(confirmed);
    EXPECT_TRUE(staleOn(*confirmed, "2026-12-01").empty());
    EXPECT_TRUE(isWaived(*confirmed, "2026-12-01"));
}

TEST(StaleDecision, ANewNameIsNoChange)
{
    Document document = decided();
    edit::Transaction transaction(document);
    Block database = *document.blocks.find(BlockId("db"));
    database.name = "주문 DB";
    transaction.put(database);
    EXPECT_TRUE(staleOn(transaction.document(), "2026-12-01").empty());
}

TEST(StaleDecision, TellsThatTheProblemIsGoneAndRemovesTheDecision)
{
    const Document mended = DesignBuilder(decided()).set("db", "multi-az", true).build();
    const auto found = support::findingsOf(mended, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.stale-decision.silent");
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    expectFixes(mended, found[0], "remove-decision");
}

TEST(StaleDecision, SpeaksForADecisionWhoseSubjectIsGone)
{
    const auto found = support::findingsOf(DesignBuilder(decided()).remove("db").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{kDecidedRule});
}

TEST(StaleDecision, AsksForReasonAndAuthor)
{
    EXPECT_EQ(support::findingsOf(decided({"", "kim", ""}), kRule).at(0).message.id, "rule.stale-decision.no-reason");
    EXPECT_EQ(support::findingsOf(decided({"enough", "", ""}), kRule).at(0).message.id,
              "rule.stale-decision.no-author");
}

TEST(StaleDecision, KnowsRulesThatDoNotExist)
{
    const auto found = support::findingsOf(singleZone().waive("no-such-rule", {"db"}).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.stale-decision.unknown-rule");
    expectFixes(singleZone().waive("no-such-rule", {"db"}).build(), found[0], "remove-decision");
}

}  // namespace
}  // namespace lintel
