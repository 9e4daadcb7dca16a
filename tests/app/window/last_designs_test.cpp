#include "app/settings/app_settings.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QTest>
#include <QWheelEvent>

using namespace lintel;

namespace {

const QByteArray kDesign = "lintel: 1\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n";

class LastDesignsTest : public test::EditorTest {
protected:
    void zoomIn() { QTest::keyClick(&window().canvas(), Qt::Key_Plus, Qt::ControlModifier); }
};

}  // namespace

TEST_F(LastDesignsTest, TabsAndViewsComeBack)
{
    openText(kDesign, "one.lintel.yaml");
    openText(kDesign, "two.lintel.yaml");
    openText(kDesign, "three.lintel.yaml");
    action("previous-tab")->trigger();
    zoomIn();
    zoomIn();
    const auto view = window().canvas().viewport();
    window().close();
    startAgain();
    EXPECT_TRUE(window().workspace().isOnStartPage());
    window().restoreDesigns();
    EXPECT_EQ(window().workspace().tabs().size(), 3U);
    EXPECT_TRUE(window().windowTitle().startsWith("two"));
    QApplication::processEvents();
    EXPECT_EQ(window().canvas().viewport(), view);
    EXPECT_EQ(app::settings::AppSettings().recentFiles().front(), filePath("three.lintel.yaml"));
}

TEST_F(LastDesignsTest, FilesThatAreGoneArePassedOver)
{
    openText(kDesign, "one.lintel.yaml");
    openText(kDesign, "two.lintel.yaml");
    window().close();
    QFile::remove(filePath("two.lintel.yaml"));
    startAgain();
    window().restoreDesigns();
    EXPECT_EQ(window().workspace().tabs().size(), 1U);
}

TEST_F(LastDesignsTest, WhoClosedEverythingFindsTheStartPage)
{
    openText(kDesign, "one.lintel.yaml");
    action("close")->trigger();
    window().close();
    startAgain();
    window().restoreDesigns();
    EXPECT_TRUE(window().workspace().isOnStartPage());
}

TEST_F(LastDesignsTest, PanelsComeBackWhereTheyWere)
{
    openText(kDesign, "one.lintel.yaml");
    const auto isOpen = [&](const char* name) { return find<QDockWidget>(name)->isVisibleTo(&window()); };
    ASSERT_TRUE(isOpen("outlineDock"));
    find<QDockWidget>("outlineDock")->close();
    window().addDockWidget(Qt::LeftDockWidgetArea, find<QDockWidget>("historyDock"));
    window().close();
    startAgain();
    openText(kDesign, "one.lintel.yaml");
    EXPECT_FALSE(isOpen("outlineDock"));
    EXPECT_TRUE(isOpen("paletteDock"));
    EXPECT_EQ(window().dockWidgetArea(find<QDockWidget>("historyDock")), Qt::LeftDockWidgetArea);
}

TEST_F(LastDesignsTest, IsASettingThatCanBeOff)
{
    openText(kDesign, "one.lintel.yaml");
    window().close();
    app::settings::AppSettings().setReopensDesigns(false);
    startAgain();
    window().restoreDesigns();
    EXPECT_TRUE(window().workspace().isOnStartPage());
}

TEST_F(LastDesignsTest, LostWorkComesIntoTheTabOfItsFile)
{
    openText(kDesign, "one.lintel.yaml");
    QTest::keyClick(&window().canvas(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&window().canvas(), Qt::Key_Delete);
    ASSERT_TRUE(window().session().document().blocks.isEmpty());
    crash();
    startAgain();
    window().restoreDesigns();
    EXPECT_EQ(window().session().document().blocks.size(), 1U);
    EXPECT_TRUE(answering("questionDialog", "yesButton", [&] { window().offerLostWork(); }));
    EXPECT_EQ(window().workspace().tabs().size(), 1U);
    EXPECT_TRUE(window().session().document().blocks.isEmpty());
}
