// The plus on a block's edge: a click offers what usually comes next, a drag to nowhere as well.
#include "tests/app/drawing/drawing_board.h"

#include <QListWidget>

namespace lintel::app::test {
namespace {

class QuickConnect : public DrawingBoard {
protected:
    canvas::Chooser& chooser() { return controller->commands().chooser(); }
    QStringList offered()
    {
        QStringList titles;
        auto* list = chooser().findChild<QListWidget*>("chooserList");
        for (int row = 0; row < list->count(); ++row) titles << list->item(row)->text();
        return titles;
    }
    QPoint plusOf(const std::string& id) const { return {rectOf(id).right() + 1, rectOf(id).center().y()}; }
};

TEST_F(QuickConnect, AClickOnThePlusOffersWhatComesNextAndConnectsIt)
{
    const std::string users = draw("users", {300, 300});
    mouseMove(rectOf(users).center());
    click(plusOf(users));
    ASSERT_TRUE(chooser().isOpen());
    ASSERT_FALSE(offered().isEmpty());
    EXPECT_LT(offered().size(), 12) << "what usually comes next, not everything";
    type("cloudfront");
    key(Qt::Key_Return);
    ASSERT_EQ(connectionCount(), 1U);
    const model::Connection& line = *session.document().connections.begin();
    EXPECT_EQ(line.from.text(), users);
    EXPECT_EQ(block(line.to.text())->kind.text(), "cloudfront");
    EXPECT_GT(rectOf(line.to.text()).left(), rectOf(users).right()) << "beside it, where the plus was";
    EXPECT_EQ(session.undoStack().count(), 2) << "block and line are one step";
}

TEST_F(QuickConnect, ADragToNowhereOffersItThere)
{
    const std::string users = draw("users", {300, 300});
    mouseMove(rectOf(users).center());
    drag(plusOf(users), {700, 600});
    ASSERT_TRUE(chooser().isOpen());
    type("cloudfront");
    key(Qt::Key_Return);
    ASSERT_EQ(connectionCount(), 1U);
    const std::string to = session.document().connections.begin()->to.text();
    EXPECT_TRUE(rectOf(to).adjusted(-60, -60, 60, 60).contains(QPoint(700, 600)));
}

TEST_F(QuickConnect, EscapeLeavesTheDesignAsItWas)
{
    const std::string users = draw("users", {300, 300});
    mouseMove(rectOf(users).center());
    click(plusOf(users));
    ASSERT_TRUE(chooser().isOpen());
    key(Qt::Key_Escape);
    EXPECT_FALSE(chooser().isOpen());
    EXPECT_EQ(session.document().blocks.size(), 1U);
    EXPECT_EQ(QApplication::focusWidget(), canvas);
}

}  // namespace
}  // namespace lintel::app::test
