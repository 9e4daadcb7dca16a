#include "app/session/document_session.h"
#include "app/lint_service/lint_service.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/operations/set_property.h"
#include "model/embedded/embedded.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace lintel;
using app::session::DocumentSession;

namespace {

const std::string kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}\n  store: {kind: s3-bucket, name: b}\n";

class DocumentSessionTest : public ::testing::Test {
protected:
    DocumentSessionTest() { EXPECT_TRUE(m_session.startFrom(kDesign, "t")); }

    DocumentSession m_session{model::embedded::catalogue(), model::embedded::messages()};
};

}  // namespace

TEST_F(DocumentSessionTest, AStaleChangeIsRefusedAndLeavesNoStep)
{
    const auto first = model::edit::renameElement(m_session.document(), "main", "a");
    const auto stale = model::edit::renameElement(m_session.document(), "main", "b");
    ASSERT_TRUE(m_session.apply(first));
    EXPECT_FALSE(m_session.apply(stale));
    EXPECT_EQ(m_session.history().size(), 1);
    EXPECT_EQ(m_session.document().blocks.find(model::BlockId("main"))->name, "a");
}

TEST_F(DocumentSessionTest, AnEditWithoutEffectLeavesNoStep)
{
    ASSERT_TRUE(m_session.apply(model::edit::renameElement(m_session.document(), "main", "v")));
    EXPECT_TRUE(m_session.history().isEmpty());
    EXPECT_FALSE(m_session.isModified());
}

TEST_F(DocumentSessionTest, SelectionForgetsWhatDoesNotExist)
{
    m_session.select({"main", "nothing"});
    EXPECT_EQ(m_session.selection(), (std::set<std::string>{"main"}));
}

TEST_F(DocumentSessionTest, FindingsAreNeverThoseOfAnOlderSnapshot)
{
    app::LintService lint(m_session);
    QSignalSpy found(&lint, &app::LintService::findingsChanged);
    for (int i = 0; i < 20; ++i) {
        const bool isPublic = i % 2 == 0;
        ASSERT_TRUE(m_session.apply(
            model::edit::setProperty(m_session.document(), model::BlockId("store"), "public", model::Value(isPublic))));
        EXPECT_TRUE(lint.isUpToDate() || lint.findings().empty()) << "an edit takes away what was found before it";
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return lint.isUpToDate(); }, 5000));
    EXPECT_LT(found.count(), 20) << "snapshots in between are not linted for nothing";
}

TEST_F(DocumentSessionTest, MovingThingsKeepsTheFindings)
{
    app::LintService lint(m_session);
    ASSERT_TRUE(m_session.apply(
        model::edit::setProperty(m_session.document(), model::BlockId("main"), "cidr", model::Value("10.0.0.0/30"))));
    ASSERT_TRUE(QTest::qWaitFor([&] { return lint.isUpToDate(); }, 5000));
    ASSERT_FALSE(lint.findings().empty());
    model::edit::ChangeSet move;
    move.caption = model::Message("edit.move", {{"count", "1"}});
    auto placed = std::make_shared<model::Placement>();
    placed->id = model::placementId(model::BlockId("main"));
    placed->rect = {10, 10, 400, 300};
    move.placements.push_back({nullptr, placed});
    ASSERT_TRUE(m_session.apply(move));
    EXPECT_TRUE(lint.isUpToDate());
    EXPECT_FALSE(lint.findings().empty());
}
