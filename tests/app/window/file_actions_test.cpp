#include "app/window/file_actions.h"

#include "model/edit/operations/rename_element.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QTest>
#include <QUrl>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\ntitle: 예약 서비스\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n";

class FileActionsTest : public test::EditorTest {
protected:
    void rename(const char* name)
    {
        ASSERT_TRUE(window().session().apply(model::edit::renameElement(window().session().document(), "main", name)));
    }
};

}  // namespace

TEST_F(FileActionsTest, TheStartPageComesFirst)
{
    EXPECT_TRUE(window().workspace().isOnStartPage());
    EXPECT_FALSE(action("save")->isEnabled());
    EXPECT_FALSE(find("paletteDock")->isVisible());
}

TEST_F(FileActionsTest, OpeningShowsTheDesignAndItsPanels)
{
    openText(kDesign);
    EXPECT_FALSE(window().workspace().isOnStartPage());
    EXPECT_TRUE(find("paletteDock")->isVisible());
    EXPECT_TRUE(window().windowTitle().startsWith("design.lintel.yaml"));
    EXPECT_EQ(window().session().document().blocks.size(), 1U);
}

TEST_F(FileActionsTest, ASecondDesignOpensInATabOfItsOwn)
{
    openText(kDesign, "one.lintel.yaml");
    EXPECT_FALSE(find<QTabBar>("documentTabs")->isVisible());
    openText(kDesign, "two.lintel.yaml");
    EXPECT_EQ(window().workspace().tabs().size(), 2U);
    EXPECT_TRUE(find<QTabBar>("documentTabs")->isVisible());
    EXPECT_TRUE(window().windowTitle().startsWith("two"));
    ASSERT_TRUE(window().openFile(filePath("one.lintel.yaml")));
    EXPECT_EQ(window().workspace().tabs().size(), 2U) << "what is open is shown, not opened again";
    EXPECT_TRUE(window().windowTitle().startsWith("one"));
    action("next-tab")->trigger();
    EXPECT_TRUE(window().windowTitle().startsWith("two"));
    action("close")->trigger();
    EXPECT_EQ(window().workspace().tabs().size(), 1U);
    EXPECT_TRUE(window().windowTitle().startsWith("one"));
}

TEST_F(FileActionsTest, WhatCannotBeOpenedIsToldAndChangesNothing)
{
    openText(kDesign);
    writeFile(filePath("broken.lintel.yaml"), "lintel: 1\nblocks: [");
    EXPECT_TRUE(
        answering("errorDialog", {}, [&] { EXPECT_FALSE(window().openFile(filePath("broken.lintel.yaml"))); }) ||
        QApplication::activeModalWidget() == nullptr);
    EXPECT_EQ(window().workspace().tabs().size(), 1U);
    EXPECT_TRUE(window().windowTitle().startsWith("design"));
}

TEST_F(FileActionsTest, SavingWritesTheFileAndCleansTheMark)
{
    openText(kDesign);
    rename("분점");
    EXPECT_TRUE(window().isWindowModified());
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(window().isWindowModified());
    EXPECT_TRUE(readFile(filePath("design.lintel.yaml")).contains("분점"));
}

TEST_F(FileActionsTest, AFailedSaveKeepsTheOldFileAndTheWork)
{
    openText(kDesign);
    rename("분점");
    const QString nowhere = filePath("no/such/folder/design.lintel.yaml");
    bool saved = true;
    answering("errorDialog", {}, [&] { saved = window().files().saveTo(window().workspace().current(), nowhere); });
    EXPECT_FALSE(saved);
    EXPECT_TRUE(window().session().isModified());
    EXPECT_EQ(readFile(filePath("design.lintel.yaml")), kDesign);
}

TEST_F(FileActionsTest, ClosingWithUnsavedWorkAsks)
{
    openText(kDesign);
    rename("분점");
    EXPECT_TRUE(answering("saveDialog", "cancelButton", [&] { EXPECT_FALSE(window().close()); }));
    EXPECT_TRUE(window().isVisible());
    EXPECT_TRUE(window().session().isModified());
    EXPECT_TRUE(answering("saveDialog", "saveButton", [&] { EXPECT_TRUE(window().close()); }));
    EXPECT_TRUE(readFile(filePath("design.lintel.yaml")).contains("분점"));
}

TEST_F(FileActionsTest, UnsavedWorkCanBeGivenUp)
{
    openText(kDesign);
    rename("분점");
    EXPECT_TRUE(answering("saveDialog", "discardButton", [&] { EXPECT_TRUE(window().close()); }));
    EXPECT_EQ(readFile(filePath("design.lintel.yaml")), kDesign);
}

TEST_F(FileActionsTest, EveryUnsavedTabIsAskedAbout)
{
    openText(kDesign, "one.lintel.yaml");
    rename("분점");
    openText(kDesign, "two.lintel.yaml");
    EXPECT_TRUE(answering("saveDialog", "cancelButton", [&] { EXPECT_FALSE(window().close()); }));
    EXPECT_TRUE(window().windowTitle().startsWith("one")) << "the design in question is shown";
}

TEST_F(FileActionsTest, NothingUnsavedNoQuestion)
{
    openText(kDesign);
    EXPECT_FALSE(answering("saveDialog", "cancelButton", [&] { EXPECT_TRUE(window().close()); }));
}

TEST_F(FileActionsTest, RecentFilesAreRememberedNewestFirst)
{
    openText(kDesign, "one.lintel.yaml");
    openText(kDesign, "two.lintel.yaml");
    crash();
    startAgain();
    QMenu* recent = find<QMenu>("menu.recent");
    window().files().fillRecentMenu(*recent);
    ASSERT_GE(recent->actions().size(), 2);
    EXPECT_TRUE(recent->actions()[0]->text().endsWith("two.lintel.yaml"));
    recent->actions()[1]->trigger();
    EXPECT_TRUE(window().windowTitle().startsWith("one"));
}

TEST_F(FileActionsTest, AFileDroppedOnTheWindowOpens)
{
    writeFile(filePath("dropped.lintel.yaml"), kDesign);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(filePath("dropped.lintel.yaml"))});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &drop);
    EXPECT_TRUE(window().windowTitle().startsWith("dropped"));
}
