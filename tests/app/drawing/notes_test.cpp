// Free text on the drawing: written, moved, rewritten and removed by mouse, keyboard and input method.
#include "tests/app/drawing/drawing_board.h"

namespace lintel::app::test {
namespace {

class Notes : public DrawingBoard {
protected:
    void askForNote()
    {
        session.select({});
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_EQ(QApplication::focusWidget(), &controller->nameEditor());
    }
    std::string write(const QString& text)
    {
        askForNote();
        type(text);
        key(Qt::Key_Return);
        return session.selection().size() == 1 ? *session.selection().begin() : std::string();
    }
    const model::Note* note(const std::string& id) const { return session.document().notes.find(model::NoteId(id)); }
    QRect rectOfNote(const std::string& id) const
    {
        return rendering::canvas::rectOf(controller->geometry(), model::NoteId(id)).toRect();
    }
    int steps() { return session.undoStack().count(); }
};

TEST_F(Notes, AreWrittenInOneStepAndWithoutAWordNotAtAll)
{
    const std::string id = write("Blue/green from May on");
    ASSERT_NE(note(id), nullptr);
    EXPECT_EQ(note(id)->text, "Blue/green from May on");
    EXPECT_EQ(steps(), 1);
    EXPECT_NE(canvas->picture().find(id), nullptr) << "it is drawn";
    askForNote();
    key(Qt::Key_Return);
    askForNote();
    type("never mind");
    key(Qt::Key_Escape);
    EXPECT_EQ(session.document().notes.size(), 1U);
    EXPECT_EQ(steps(), 1);
}

TEST_F(Notes, StandBesideWhatIsSelected)
{
    const std::string users = draw("users", {300, 300});
    key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    type("9 to 5");
    key(Qt::Key_Return);
    const std::string id = *session.selection().begin();
    EXPECT_GT(rectOfNote(id).left(), rectOf(users).right());
    EXPECT_LE(rectOfNote(id).left(), rectOf(users).right() + 40);
    EXPECT_FALSE(rectOfNote(id).intersects(rectOf(users)));
}

TEST_F(Notes, AreComposedInHangulFromTheFirstKey)
{
    askForNote();
    compose("ㅁ");
    compose("메");
    compose("멤");
    compose("모", "메");
    compose("", "모");
    key(Qt::Key_Return);
    ASSERT_EQ(session.document().notes.size(), 1U);
    EXPECT_EQ(session.document().notes.begin()->text, "메모");
}

TEST_F(Notes, AreDraggedAloneAndWithBlocks)
{
    const std::string id = write("a note");
    const QRect before = rectOfNote(id);
    drag(before.center(), before.center() + QPoint(-160, -120));
    EXPECT_EQ(rectOfNote(id).topLeft() - before.topLeft(), QPoint(-160, -120));
    EXPECT_EQ(rectOfNote(id).size(), before.size());
    EXPECT_EQ(steps(), 2);

    const std::string users = draw("users", {900, 700});
    const QRect block = rectOf(users);
    const QRect here = rectOfNote(id);
    session.select({id, users});
    drag(block.center(), block.center() + QPoint(-80, 40));
    EXPECT_EQ(rectOfNote(id).topLeft() - here.topLeft(), rectOf(users).topLeft() - block.topLeft());
    EXPECT_NE(rectOf(users), block);
    session.undoStack().undo();
    EXPECT_EQ(rectOfNote(id), here);
    EXPECT_EQ(rectOf(users), block);
}

TEST_F(Notes, GoStepByStepWithTheArrows)
{
    const std::string id = write("a note");
    const QRect before = rectOfNote(id);
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(rectOfNote(id).topLeft() - before.topLeft(), QPoint(8, 1));
}

TEST_F(Notes, ADoubleClickRewritesAndDeleteRemoves)
{
    const std::string id = write("old");
    const QPoint at = rectOfNote(id).center();
    session.select({});
    QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {}, at);
    ASSERT_EQ(QApplication::focusWidget(), &controller->nameEditor());
    EXPECT_EQ(controller->nameEditor().text(), QString("old"));
    type("new");
    key(Qt::Key_Return);
    EXPECT_EQ(note(id)->text, "new");
    QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {}, at);
    controller->nameEditor().clear();
    key(Qt::Key_Return);
    EXPECT_EQ(note(id), nullptr) << "nothing left to say";
    session.undoStack().undo();
    EXPECT_EQ(note(id)->text, "new");
}

}  // namespace
}  // namespace lintel::app::test
