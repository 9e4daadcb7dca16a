#include "app/compare/compare_window.h"

#include "app/compare/change_list.h"
#include "app/compare/git_history.h"
#include "app/compare/wipe_view.h"
#include "rendering/canvas/canvas_widget.h"
#include "tests/app/editor_test.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QProcess>
#include <QTest>
#include <QTimer>

using namespace lintel;

namespace {

const QByteArray kOld =
    "lintel: 1\ntitle: 가게\nblocks:\n  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}\n"
    "  net: {kind: subnet, in: main, name: s, cidr: 10.0.1.0/24}\n"
    "  db: {kind: rds-instance, in: net, name: 주문 DB}\n"
    "layout:\n  main: [0, 0, 400, 300]\n  net: [40, 60, 300, 200]\n  db: [20, 60, 112, 88]\n";
const QByteArray kNew =
    "lintel: 1\ntitle: 가게\nblocks:\n  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}\n"
    "  net: {kind: subnet, in: main, name: s, cidr: 10.0.2.0/24}\n"
    "  web: {kind: ec2-instance, in: net, name: 웹}\n"
    "layout:\n  main: [0, 0, 400, 300]\n  net: [40, 60, 300, 200]\n  web: [20, 60, 112, 88]\n";

class CompareWindowTest : public test::EditorTest {
protected:
    /// The current design (new) against a file (old), by way of the menu and the file dialog.
    app::compare::CompareWindow& compared()
    {
        writeFile(filePath("old.lintel.yaml"), kOld);
        openText(kNew);
        QTimer::singleShot(0, &window(), [this] {
            EXPECT_TRUE(
                waitFor([] { return qobject_cast<QFileDialog*>(QApplication::activeModalWidget()) != nullptr; }));
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            dialog->selectFile(filePath("old.lintel.yaml"));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        action("compare-file")->trigger();
        EXPECT_TRUE(waitFor([this] { return window().findChild<app::compare::CompareWindow*>() != nullptr; }));
        auto* compare = window().findChild<app::compare::CompareWindow*>();
        EXPECT_TRUE(waitFor([compare] { return compare->isReady(); }));
        return *compare;
    }

    static QStringList textsOf(app::compare::ChangeList& list)
    {
        QStringList texts;
        for (QTreeWidgetItemIterator at(&list); *at; ++at) texts += (*at)->text(0).trimmed();
        return texts;
    }

    static QList<rendering::canvas::CanvasWidget*> shownCanvases(const QWidget& compare)
    {
        QList<rendering::canvas::CanvasWidget*> shown;
        for (auto* canvas : compare.findChildren<rendering::canvas::CanvasWidget*>())
            if (canvas->isVisible()) shown += canvas;
        return shown;
    }
};

TEST_F(CompareWindowTest, ListsWhatChangedAndMarksItOnTheCanvas)
{
    app::compare::CompareWindow& compare = compared();
    const QStringList texts = textsOf(*compare.findChild<app::compare::ChangeList*>());
    for (const char* change : {"+ 웹", "− 주문 DB", "10.0.1.0/24 → 10.0.2.0/24"})
        EXPECT_EQ(texts.filter(change).size(), 1) << change << "\n" << texts.join('\n').toStdString();
    const auto shown = shownCanvases(compare);
    ASSERT_EQ(shown.size(), 1);
    EXPECT_NE(shown[0]->picture().find("web"), nullptr) << "what is new";
    EXPECT_NE(shown[0]->picture().find("db"), nullptr) << "what is gone";
}

TEST_F(CompareWindowTest, StepsThroughTheChangesByKey)
{
    app::compare::CompareWindow& compare = compared();
    const auto* list = compare.findChild<app::compare::ChangeList*>();
    QSet<QString> seen;
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(&compare, Qt::Key_N);
        ASSERT_NE(list->currentItem(), nullptr);
        seen.insert(list->currentItem()->text(0));
    }
    EXPECT_GE(seen.size(), 3);
    const QString here = list->currentItem()->text(0);
    QTest::keyClick(&compare, Qt::Key_P);
    EXPECT_NE(list->currentItem()->text(0), here);
}

TEST_F(CompareWindowTest, SideBySideBothMoveTogether)
{
    app::compare::CompareWindow& compare = compared();
    QTest::keyClick(&compare, Qt::Key_2);
    const auto shown = shownCanvases(compare);
    ASSERT_EQ(shown.size(), 2);
    shown[0]->zoomIn();
    EXPECT_EQ(shown[0]->viewport(), shown[1]->viewport());
    const auto hasOld = [](const auto* canvas) { return canvas->picture().find("db") != nullptr; };
    EXPECT_NE(hasOld(shown[0]), hasOld(shown[1])) << "one side is the old design, the other the new one";
}

TEST_F(CompareWindowTest, TheLineIsDraggedBetweenOldAndNew)
{
    app::compare::CompareWindow& compare = compared();
    QTest::keyClick(&compare, Qt::Key_3);
    auto* wipe = compare.findChild<app::compare::WipeView*>();
    auto* line = compare.findChild<QWidget*>("wipeLine");
    ASSERT_TRUE(wipe->isVisible());
    EXPECT_NEAR(wipe->share(), 0.5, 0.01);
    const QPointF target(3 - wipe->width() / 4.0, 50);
    QTest::mousePress(line, Qt::LeftButton, {}, QPoint(3, 50));
    QMouseEvent move(QEvent::MouseMove, target, line->mapToGlobal(target), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(line, &move);
    QTest::mouseRelease(line, Qt::LeftButton, {}, QPoint(3, 50));
    EXPECT_NEAR(wipe->share(), 0.25, 0.05);
    const double share = wipe->share();
    QTest::keyClick(line, Qt::Key_Right);
    EXPECT_GT(wipe->share(), share);
}

TEST_F(CompareWindowTest, EscapeClosesItAndTheDesignIsUntouched)
{
    app::compare::CompareWindow& compare = compared();
    QTest::keyClick(&compare, Qt::Key_Escape);
    EXPECT_TRUE(waitFor([this] { return window().findChild<app::compare::CompareWindow*>() == nullptr; }));
    EXPECT_FALSE(window().session().isModified());
}

TEST_F(CompareWindowTest, AnEarlierRevisionOfTheFile)
{
    const auto git = [this](const QStringList& arguments) {
        QProcess process;
        process.setWorkingDirectory(filePath(""));
        process.start("git", QStringList{"-c", "user.name=t", "-c", "user.email=t@example.com"} + arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    ASSERT_TRUE(git({"init", "-q"}));
    writeFile(filePath("shop.lintel.yaml"), kOld);
    ASSERT_TRUE(git({"add", "shop.lintel.yaml"}));
    ASSERT_TRUE(git({"commit", "-q", "-m", "첫 설계"}));
    openText(kNew, "shop.lintel.yaml");
    action("compare-revision")->trigger();
    const auto isAsking = [] {
        return QApplication::activeModalWidget() && QApplication::activeModalWidget()->objectName() == "revisionDialog";
    };
    // Not in a wait of its own: the dialog's loop would run inside it.
    QTimer answering;
    QObject::connect(&answering, &QTimer::timeout, &window(), [isAsking] {
        if (isAsking()) QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return);
    });
    answering.start(20);
    ASSERT_TRUE(waitFor([this] { return window().findChild<app::compare::CompareWindow*>() != nullptr; }));
    auto* compare = window().findChild<app::compare::CompareWindow*>();
    ASSERT_TRUE(waitFor([compare] { return compare->isReady(); }));
    EXPECT_EQ(textsOf(*compare->findChild<app::compare::ChangeList*>()).filter("− 주문 DB").size(), 1);
    EXPECT_TRUE(waitFor([this] { return window().findChildren<app::compare::GitHistory*>().empty(); }))
        << "who asked git goes when it was answered";
}

TEST_F(CompareWindowTest, WithoutAFileItSaysSo)
{
    EXPECT_TRUE(answering("noticeDialog", "closeButton", [this] { action("compare-revision")->trigger(); }));
}

}  // namespace
