#include "model/lint/policy.h"
#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using namespace model;
using lint::RecordState;

constexpr const char* kRule = "decision-record";

Document withDecision(Properties properties, const std::string& kind = "decision")
{
    edit::Transaction draft{support::DesignBuilder().block("vpc", "vpc").block("db", "rds-instance", "vpc").build()};
    draft.put(Note{NoteId("why"), kind, "하나로 충분하다", {"db"}, std::move(properties)});
    return draft.document();
}

/// What the rule says when the caller has found these files.
std::vector<lint::Finding> saidOf(const Document& document, std::map<std::string, RecordState, std::less<>> records)
{
    lint::Policy policy;
    policy.records = std::move(records);
    lint::Circumstances circumstances;
    circumstances.policy = std::make_shared<const lint::Policy>(std::move(policy));
    std::vector<lint::Finding> found;
    for (lint::Finding& finding : lint::Linter::run(document, embedded::catalogue(), circumstances))
        if (finding.rule == kRule) found.push_back(std::move(finding));
    return found;
}

TEST(DecisionRecord, TellsOfAFileThatIsNotThere)
{
    const auto found = saidOf(withDecision({{"record", "adr/1.md"}}), {{"adr/1.md", RecordState::Missing}});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.decision-record.missing");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"why"});
}

TEST(DecisionRecord, TellsOfARecordThatHasBeenSuperseded)
{
    const auto found = saidOf(withDecision({{"record", "adr/1.md"}}), {{"adr/1.md", RecordState::Superseded}});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.decision-record.superseded");
}

TEST(DecisionRecord, SpeaksOfAWaiverOnItsSubjects)
{
    edit::Transaction draft{withDecision({})};
    draft.put(Waiver{WaiverId("w"), "rds-single-az", {"db"}, "cheap", "kim", "", {{"record", "adr/2.md"}}});
    const auto found = saidOf(draft.document(), {{"adr/2.md", RecordState::Missing}});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"db"});
}

TEST(DecisionRecord, IsSilentWhileTheRecordHolds)
{
    EXPECT_TRUE(saidOf(withDecision({{"record", "adr/1.md"}}), {{"adr/1.md", RecordState::InForce}}).empty());
}

TEST(DecisionRecord, IsSilentWhereNobodyHasLooked)
{
    EXPECT_TRUE(saidOf(withDecision({{"record", "adr/1.md"}}), {{"adr/2.md", RecordState::Missing}}).empty());
    EXPECT_TRUE(support::findingsOf(withDecision({{"record", "adr/1.md"}}), kRule).empty());
}

TEST(DecisionRecord, IsSilentAboutWhatIsNoDecisionAnyMore)
{
    const std::map<std::string, RecordState, std::less<>> gone{{"adr/1.md", RecordState::Missing}};
    EXPECT_TRUE(saidOf(withDecision({{"record", "adr/1.md"}, {"resolved", true}}), gone).empty());
    EXPECT_TRUE(saidOf(withDecision({{"record", "adr/1.md"}}, "comment"), gone).empty());
}

}  // namespace
}  // namespace lintel
