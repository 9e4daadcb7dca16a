#include "tests/app/drawing/drawing_board.h"

#include <QListWidget>

namespace lintel::app::test {
namespace {

class Keyboard : public DrawingBoard {
protected:
    QLineEdit* chooserLine() const { return canvas->findChild<QLineEdit*>("chooserLine"); }
    void add(const QString& name)
    {
        type("/");
        ASSERT_EQ(QApplication::focusWidget(), chooserLine());
        type(name);
        key(Qt::Key_Return);
        ASSERT_EQ(QApplication::focusWidget(), canvas);
    }
    std::string selected() const
    {
        return session.selection().size() == 1 ? *session.selection().begin() : std::string();
    }
};

TEST_F(Keyboard, DrawsConnectsMovesAndNamesWithoutAMouse)
{
    add("vpc");
    const std::string vpc = selected();
    add("public subnet");
    const std::string subnet = selected();
    EXPECT_EQ(parentOf(subnet), vpc);
    add("ec2");
    const std::string instance = selected();
    EXPECT_EQ(parentOf(instance), subnet);
    type("api");
    key(Qt::Key_Return);
    EXPECT_EQ(block(instance)->name, "api");

    key(Qt::Key_Return, Qt::ControlModifier);
    type("rds");
    key(Qt::Key_Return);
    const std::string database = selected();
    EXPECT_EQ(block(database)->kind.text(), "rds-instance");
    EXPECT_EQ(parentOf(database), subnet);
    ASSERT_EQ(connectionCount(), 1U);
    EXPECT_EQ(session.document().connections.begin()->ports, "3306");
    EXPECT_FALSE(rectOf(instance).intersects(rectOf(database)));

    key(Qt::Key_M, Qt::ControlModifier);
    type(toQString(vpc));
    key(Qt::Key_Return);
    EXPECT_EQ(parentOf(database), vpc);
    key(Qt::Key_E, Qt::ControlModifier);
    type("api");
    key(Qt::Key_Return);
    EXPECT_EQ(connectionCount(), 2U);
}

TEST_F(Keyboard, ArrowsNudgeAndWithAltGoToTheNeighbour)
{
    const std::string a = draw("users", {200, 200});
    const std::string b = draw("internet", {400, 210});
    const std::string c = draw("users", {220, 500});
    session.select({a});
    key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(selected(), b);
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(selected(), a);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(selected(), c);
    const QRect before = rectOf(c);
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(rectOf(c).topLeft() - before.topLeft(), QPoint(8, 1));
}

TEST_F(Keyboard, EnterGoesInShiftEnterGoesOut)
{
    const std::string vpc = draw("vpc", {500, 400});
    const std::string subnet = draw("subnet", {400, 350});
    session.select({vpc});
    key(Qt::Key_Return);
    EXPECT_EQ(selected(), subnet);
    key(Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(selected(), vpc);
}

TEST_F(Keyboard, AlignsAndDistributes)
{
    const std::string a = draw("users", {200, 200});
    const std::string b = draw("internet", {400, 260});
    session.select({a, b});
    key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(rectOf(a).top(), rectOf(b).top());
}

TEST_F(Keyboard, WrapsAndUnwraps)
{
    draw("vpc", {500, 400});
    const std::string subnet = draw("subnet", {400, 350});
    const QRect before = rectOf(subnet);
    key(Qt::Key_G, Qt::ControlModifier);
    type("zone");
    key(Qt::Key_Return);
    const std::string zone = selected();
    ASSERT_NE(block(zone), nullptr);
    EXPECT_EQ(block(zone)->kind.text(), "availability-zone");
    EXPECT_EQ(parentOf(subnet), zone);
    EXPECT_EQ(rectOf(subnet), before);
    key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(block(zone), nullptr);
    EXPECT_NE(parentOf(subnet), zone);
    EXPECT_EQ(rectOf(subnet), before);
}

TEST_F(Keyboard, ConvertsToWhatAwsRuns)
{
    add("vpc");
    add("subnet");
    add("ec2");
    add("mysql");
    const std::string database = selected();
    ASSERT_EQ(block(database)->kind.text(), "mysql");
    const int steps = session.undoStack().count();
    key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    type("rds");
    key(Qt::Key_Return);
    EXPECT_EQ(block(database)->kind.text(), "rds-instance");
    EXPECT_EQ(block(parentOf(database))->kind.text(), "subnet");
    EXPECT_EQ(session.undoStack().count(), steps + 1);
    key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(controller->commands().chooser().isOpen()) << "it is managed already";
}

TEST_F(Keyboard, HangulIsComposedFromTheFirstKeystroke)
{
    const std::string users = draw("users", {200, 200});
    compose("ㅅ");
    compose("사");
    compose("삿");
    compose("요", "사");
    compose("용");
    compose("ㅈ", "용");
    compose("자");
    compose("", "자");
    key(Qt::Key_Return);
    EXPECT_EQ(block(users)->name, "사용자");
}

TEST_F(Keyboard, AKeyThatTheLineHasNoUseForEndsThereWhileComposing)
{
    const std::string users = draw("users", {200, 200});
    compose("ㅅ");
    QTest::keyClick(canvas, Qt::Key_PageUp);
    QTest::keyClick(canvas, Qt::Key_F9);
    compose("사");
    compose("", "사");
    key(Qt::Key_Return);
    EXPECT_EQ(block(users)->name, "사");
}

TEST_F(Keyboard, HangulTypedOnNothingLooksForABlock)
{
    compose("ㄹ");
    ASSERT_TRUE(controller->commands().chooser().isOpen());
    compose("라");
    compose("람");
    compose("다", "람");
    compose("", "다");
    key(Qt::Key_Return);
    ASSERT_EQ(session.document().blocks.size(), 1U);
    EXPECT_EQ(session.document().blocks.begin()->kind.text(), "lambda");
    EXPECT_FALSE(controller->commands().chooser().isOpen());
}

TEST_F(Keyboard, EscapeKeepsTheOldName)
{
    const std::string users = draw("users", {200, 200});
    type("x");
    key(Qt::Key_Escape);
    EXPECT_EQ(block(users)->name, "");
    type("y");
    click({900, 800});
    EXPECT_EQ(block(users)->name, "y") << "a click elsewhere keeps it";
}

}  // namespace
}  // namespace lintel::app::test
