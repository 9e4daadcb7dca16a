#include "model/edit/operations/review_thread.h"
#include "model/edit/merge.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

Document design() { return support::DesignBuilder().block("vpc", "vpc").block("db", "rds-instance", "vpc").build(); }

Document asked()
{
    return *apply(design(), startThread(design(), {"comment", {"민수", "2026-11-20", "왜 하나뿐인가요?"}, {"db"}, {}}));
}

const NoteId kThread("comment-db");

Document replied(const Document& document, const std::string& by, const std::string& text)
{
    return *apply(document, replyToThread(document, kThread, {by, "2026-11-21", text}));
}

std::string written(const Document& document)
{
    return io::write(document, io::SourceDocument{}, embedded::catalogue());
}

}  // namespace

TEST(ReviewThread, IsPinnedToAnElementAndUndoneAsOneStep)
{
    const ChangeSet change = startThread(design(), {"comment", {"민수", "2026-11-20", "왜?"}, {"db", "gone"}, {}});
    const Document after = *apply(design(), change);
    ASSERT_EQ(after.notes.size(), 1U);
    EXPECT_EQ(after.notes.begin()->subjects, std::vector<std::string>{"db"});
    EXPECT_EQ(threadOf(*after.notes.begin()).opening, (Remark{"민수", "2026-11-20", "왜?"}));
    EXPECT_TRUE(*apply(after, inverse(change)) == design());
    EXPECT_TRUE(startThread(design(), {}).isEmpty()) << "nothing was said";
}

TEST(ReviewThread, IsPinnedToAPlace)
{
    const Document after = *apply(design(), startThread(design(), {"comment", {"", "", "여기는?"}, {}, Point{40, 80}}));
    const Placement* pin = after.placements.find(PlacementId("comment"));
    ASSERT_NE(pin, nullptr);
    EXPECT_EQ(pin->rect.x, 40);
    EXPECT_EQ(pin->rect.y, 80);
    EXPECT_EQ(threadsAbout(after, ""), std::vector<NoteId>{NoteId("comment")});
}

TEST(ReviewThread, RepliesReopenAndResolvingIsTakenBack)
{
    Document document = *apply(asked(), resolveThread(asked(), kThread, true));
    EXPECT_TRUE(threadOf(*document.notes.find(kThread)).isResolved);
    document = replied(document, "지연", "두 번째를 둡시다");
    const Thread thread = threadOf(*document.notes.find(kThread));
    EXPECT_FALSE(thread.isResolved);
    ASSERT_EQ(thread.replies.size(), 1U);
    EXPECT_EQ(thread.replies[0], (Remark{"지연", "2026-11-21", "두 번째를 둡시다"}));
    EXPECT_TRUE(replyToThread(document, kThread, {}).isEmpty());
    EXPECT_TRUE(replyToThread(document, NoteId("nobody"), {"", "", "x"}).isEmpty());
}

TEST(ReviewThread, IsOneLineAReplyInTheFileAndReadsBack)
{
    const Document document = replied(replied(asked(), "지연", "네: 두 개로"), "민수", "# 좋아요");
    const std::string text = written(document);
    EXPECT_NE(text.find("      - {by: 지연, date: \"2026-11-21\", text: \"네: 두 개로\"}\n"), std::string::npos)
        << text;
    const auto read = io::read(text, "thread", embedded::catalogue());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->document == document) << text;
}

TEST(ReviewThread, RepliesOfTwoPeopleMerge)
{
    const Document ours = replied(asked(), "지연", "두 개로");
    const Document theirs = replied(asked(), "하늘", "비용은요?");
    const MergeResult merged = merge(asked(), ours, theirs, embedded::catalogue());
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(threadOf(*merged.document.notes.find(kThread)).replies.size(), 2U);
}

TEST(ReviewThread, BecomesADecisionThatLinksItsRecord)
{
    const NoteId id = kThread;
    const Document decided = *apply(asked(), makeDecision(asked(), id));
    EXPECT_EQ(decided.notes.find(id)->kind, "decision");
    const Document linked = *apply(decided, linkRecord(decided, id, "adr/1.md"));
    EXPECT_EQ(recordPathOf(*linked.notes.find(id)), "adr/1.md");
    EXPECT_TRUE(*apply(linked, linkRecord(linked, id, "")) == decided);
}

}  // namespace lintel::model::edit
