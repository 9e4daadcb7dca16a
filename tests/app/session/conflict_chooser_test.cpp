// What `git merge` left undecided is decided on the canvas.

#include "app/canvas/conflict_chooser.h"

#include "app/canvas/canvas_controller.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace lintel;

namespace {

const QByteArray kMerged =
    "lintel: 1\ntitle: 가게\nblocks:\n  web: {kind: s3-bucket, name: 우리 웹}\n  log: {kind: s3-bucket, name: 로그}\n"
    "conflicts:\n  - {conflict: both-changed, id: web, field: name, ours: 우리 웹, theirs: 저쪽 웹}\n"
    "  - {conflict: deleted-there, id: log}\n";

class ConflictChooserTest : public test::EditorTest {
protected:
    app::canvas::ConflictChooser& chooser() { return *find<app::canvas::ConflictChooser>("conflictChooser"); }
    QPushButton& button(const char* name) { return *chooser().findChild<QPushButton*>(name); }
    QString title() { return chooser().findChild<QLabel*>("conflictTitle")->text(); }
    const model::Document& document() { return window().session().document(); }
    QString nameOf(const char* id)
    {
        const model::Block* block = document().blocks.find(model::BlockId(id));
        return block ? QString::fromStdString(block->name) : QString();
    }
    void click(const char* name) { QTest::mouseClick(&button(name), Qt::LeftButton); }
};

TEST_F(ConflictChooserTest, ShowsBothSidesAndTakesTheOneChosen)
{
    openText(kMerged);
    ASSERT_TRUE(chooser().isVisible());
    EXPECT_TRUE(button("conflictOurs").text().contains("우리 웹"));
    EXPECT_TRUE(button("conflictTheirs").text().contains("저쪽 웹"));
    const QString before = title();
    click("conflictTheirs");
    EXPECT_EQ(nameOf("web"), "저쪽 웹");
    EXPECT_NE(title(), before) << "the next conflict is shown";
    click("conflictTheirs");
    EXPECT_EQ(nameOf("log"), "") << "deleted as their side has it";
    EXPECT_FALSE(chooser().isVisible());
    EXPECT_FALSE(document().settings().properties.contains("conflicts"));
}

TEST_F(ConflictChooserTest, UndoBringsTheConflictBack)
{
    openText(kMerged);
    const model::Document opened = document();
    click("conflictTheirs");
    click("conflictOurs");
    EXPECT_FALSE(chooser().isVisible());
    window().session().undoStack().undo();
    EXPECT_TRUE(chooser().isVisible());
    window().session().undoStack().undo();
    EXPECT_TRUE(model::sameMeaning(document(), opened)) << "each choice is one step";
    EXPECT_EQ(nameOf("web"), "우리 웹");
}

TEST_F(ConflictChooserTest, PointingAtASideShowsTheDesignWithItWithoutChangingAnything)
{
    openText(kMerged);
    auto* canvas = find<rendering::canvas::CanvasWidget>("canvas");
    find<QToolButton>("conflictNext")->click();  // the bucket that the other side deleted
    ASSERT_NE(canvas->picture().find("log"), nullptr);
    QEnterEvent enter(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2));
    QApplication::sendEvent(&button("conflictTheirs"), &enter);
    EXPECT_EQ(canvas->picture().find("log"), nullptr);
    EXPECT_EQ(nameOf("log"), "로그");
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&button("conflictTheirs"), &leave);
    EXPECT_NE(canvas->picture().find("log"), nullptr);
    EXPECT_FALSE(window().session().isModified());
}

TEST_F(ConflictChooserTest, StaysAwayWithoutConflicts)
{
    openText("lintel: 1\nblocks:\n  web: {kind: s3-bucket}\n");
    EXPECT_FALSE(chooser().isVisible());
}

}  // namespace
