#include "model/edit/operations/rename_element.h"
#include "tests/app/editor_test.h"

#include <QFile>
#include <QPushButton>
#include <QTest>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n  topic: {kind: sns, name: 알림}\n";

class FileWatchTest : public test::EditorTest {
protected:
    void rename(const char* id, const char* name)
    {
        ASSERT_TRUE(window().session().apply(model::edit::renameElement(window().session().document(), id, name)));
    }
    std::string nameOf(const char* id) { return window().session().document().blocks.find(model::BlockId(id))->name; }
    void changeOnDisk(const char* from, const char* to)
    {
        QByteArray text = readFile(filePath("design.lintel.yaml"));
        writeFile(filePath("design.lintel.yaml"), text.replace(from, to));
    }
    bool waitForNotice()
    {
        return waitFor([this] { return find("noticeBar")->isVisible(); });
    }
};

}  // namespace

TEST_F(FileWatchTest, AChangeByAnotherProgramIsBroughtIn)
{
    openText(kDesign);
    changeOnDisk("본점", "분점");
    ASSERT_TRUE(waitForNotice());
    EXPECT_EQ(nameOf("main"), "분점");
    EXPECT_FALSE(window().session().isModified()) << "the design is what the file is";
    action("undo")->trigger();
    EXPECT_EQ(nameOf("main"), "본점");
}

TEST_F(FileWatchTest, BothSidesChangesAreMerged)
{
    openText(kDesign);
    rename("topic", "소식");
    changeOnDisk("본점", "분점");
    ASSERT_TRUE(waitForNotice());
    EXPECT_EQ(nameOf("main"), "분점");
    EXPECT_EQ(nameOf("topic"), "소식");
    EXPECT_TRUE(window().session().isModified());
    action("save")->trigger();
    const QByteArray saved = readFile(filePath("design.lintel.yaml"));
    EXPECT_TRUE(saved.contains("분점") && saved.contains("소식"));
}

TEST_F(FileWatchTest, AConflictAsksAndEitherSideCanWin)
{
    openText(kDesign);
    rename("main", "내 것");
    changeOnDisk("본점", "남의 것");
    ASSERT_TRUE(waitForNotice());
    EXPECT_EQ(nameOf("main"), "내 것");
    auto* takeDisk = find<QPushButton>("notice.take-disk");
    ASSERT_NE(takeDisk, nullptr);
    QTest::mouseClick(takeDisk, Qt::LeftButton);
    EXPECT_EQ(nameOf("main"), "남의 것");
    EXPECT_FALSE(window().session().isModified());
    action("undo")->trigger();
    EXPECT_EQ(nameOf("main"), "내 것") << "what was given up comes back by undo";
}

TEST_F(FileWatchTest, SavingOverAConflictAsksFirst)
{
    openText(kDesign);
    rename("main", "내 것");
    changeOnDisk("본점", "남의 것");
    EXPECT_TRUE(answering("questionDialog", "noButton", [&] { action("save")->trigger(); }));
    EXPECT_TRUE(readFile(filePath("design.lintel.yaml")).contains("남의 것"));
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { action("save")->trigger(); }));
    EXPECT_TRUE(readFile(filePath("design.lintel.yaml")).contains("내 것"));
}

TEST_F(FileWatchTest, AFileThatWentAwayIsNoticed)
{
    openText(kDesign);
    QFile::remove(filePath("design.lintel.yaml"));
    ASSERT_TRUE(waitForNotice());
    EXPECT_EQ(nameOf("main"), "본점");
    action("save")->trigger();
    EXPECT_TRUE(QFile::exists(filePath("design.lintel.yaml")));
}

TEST_F(FileWatchTest, AFileBrokenByAnotherProgramDoesNotHarmTheDesign)
{
    openText(kDesign);
    writeFile(filePath("design.lintel.yaml"), "lintel: 1\nblocks: [");
    ASSERT_TRUE(waitForNotice());
    EXPECT_EQ(nameOf("main"), "본점");
}

TEST_F(FileWatchTest, OwnSavesAreNoNews)
{
    openText(kDesign);
    rename("main", "새 이름");
    action("save")->trigger();
    QTest::qWait(400);
    EXPECT_FALSE(find("noticeBar")->isVisible());
}
