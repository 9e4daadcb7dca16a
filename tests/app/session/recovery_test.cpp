#include "app/session/recovery_folder.h"
#include "model/edit/operations/rename_element.h"
#include "tests/app/editor_test.h"

#include <QDir>
#include <QTest>

using namespace lintel;

namespace {

const QByteArray kDesign = "lintel: 1\n# 손으로 쓴 설명\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n";

class RecoveryTest : public test::EditorTest {
protected:
    void rename(const char* name)
    {
        ASSERT_TRUE(window().session().apply(model::edit::renameElement(window().session().document(), "main", name)));
    }
    std::string nameNow() { return window().session().document().blocks.find(model::BlockId("main"))->name; }
    QStringList recoveryFiles()
    {
        return QDir(app::session::RecoveryFolder::defaultFolder()).entryList({"*.lintel.yaml"}, QDir::Files);
    }
};

}  // namespace

TEST_F(RecoveryTest, ACrashLosesNoFinishedStep)
{
    openText(kDesign);
    rename("하나");
    rename("둘");
    crash();
    startAgain();
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
    EXPECT_EQ(nameNow(), "둘");
    EXPECT_EQ(window().session().path(), filePath("design.lintel.yaml"));
    EXPECT_TRUE(window().session().isModified()) << "it was never saved";
    EXPECT_EQ(readFile(filePath("design.lintel.yaml")), kDesign) << "the file itself is untouched";
    action("save")->trigger();
    const QByteArray saved = readFile(filePath("design.lintel.yaml"));
    EXPECT_TRUE(saved.contains("둘"));
    EXPECT_TRUE(saved.contains("손으로 쓴 설명"));
    EXPECT_FALSE(saved.contains("lintel-recovery"));
    EXPECT_TRUE(recoveryFiles().isEmpty());
}

TEST_F(RecoveryTest, RecoveredWorkThatCrashesAgainIsStillThere)
{
    openText(kDesign);
    rename("하나");
    crash();
    startAgain();
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
    crash();
    startAgain();
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
    EXPECT_EQ(nameNow(), "하나");
}

TEST_F(RecoveryTest, LostWorkCanBeThrownAway)
{
    openText(kDesign);
    rename("하나");
    crash();
    startAgain();
    EXPECT_TRUE(answering("questionDialog", "noButton", [&] { window().offerLostWork(); }));
    EXPECT_TRUE(window().workspace().isOnStartPage());
    EXPECT_TRUE(recoveryFiles().isEmpty());
}

TEST_F(RecoveryTest, ADesignWithoutAFileIsRecoveredToo)
{
    window().startEmpty();
    ASSERT_TRUE(window().session().startFrom(kDesign.toStdString(), "x"));
    rename("하나");
    crash();
    startAgain();
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
    EXPECT_EQ(nameNow(), "하나");
    EXPECT_TRUE(window().session().path().isEmpty());
}

TEST_F(RecoveryTest, SavedAndGivenUpWorkLeavesNothingBehind)
{
    openText(kDesign);
    rename("하나");
    window().workspace().current().recovery().flush();
    EXPECT_EQ(recoveryFiles().size(), 1);
    action("save")->trigger();
    EXPECT_TRUE(recoveryFiles().isEmpty());
    rename("둘");
    EXPECT_TRUE(answering("saveDialog", "discardButton", [&] { EXPECT_TRUE(window().close()); }));
    EXPECT_TRUE(recoveryFiles().isEmpty());
}

TEST_F(RecoveryTest, TheWorkOfAnotherRunningWindowIsNotLost)
{
    openText(kDesign);
    rename("하나");
    window().workspace().current().recovery().flush();
    const app::session::RecoveryFolder other;
    EXPECT_TRUE(other.lostDesigns().empty());
}

TEST_F(RecoveryTest, AnEmptyStartOffersNothing)
{
    EXPECT_FALSE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
}
