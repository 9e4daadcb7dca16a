#include "tests/app/drawing/drawing_board.h"

#include <QLabel>

namespace lintel::app::test {
namespace {

class Dragging : public DrawingBoard {};

TEST_F(Dragging, ADropIsAdoptedByTheContainerUnderIt)
{
    const std::string vpc = draw("vpc", {500, 400});
    const std::string subnet = draw("subnet", {400, 350});
    const std::string instance = draw("ec2-instance", {380, 350});
    EXPECT_EQ(parentOf(vpc), "");
    EXPECT_EQ(parentOf(subnet), vpc);
    EXPECT_EQ(parentOf(instance), subnet);
    EXPECT_TRUE(rectOf(subnet).contains(rectOf(instance)));
    EXPECT_EQ(session.undoStack().count(), 3);
}

TEST_F(Dragging, ARefusalIsExplainedAtTheCursorAndDrawsNothing)
{
    draw("vpc", {500, 400});
    EXPECT_FALSE(carry("nat-gateway", {1100, 850}, false));
    const auto* hint = canvas->findChild<QLabel*>("cursorHint");
    ASSERT_NE(hint, nullptr);
    EXPECT_TRUE(hint->isVisible());
    EXPECT_TRUE(hint->text().contains("NAT gateway")) << hint->text().toStdString();
    QDragLeaveEvent leave;
    QApplication::sendEvent(canvas, &leave);
    EXPECT_FALSE(hint->isVisible());
    EXPECT_EQ(session.document().blocks.size(), 1U);
}

TEST_F(Dragging, ThePreviewIsWhatTheDropDoes)
{
    const std::string vpc = draw("vpc", {500, 400});
    ASSERT_TRUE(carry("subnet", {820, 600}, false));
    const QRectF previewed = rendering::canvas::rectOf(controller->shownGeometry(), vpc);
    EXPECT_EQ(session.document().blocks.size(), 1U);
    ASSERT_TRUE(carry("subnet", {820, 600}));
    EXPECT_EQ(QRectF(rectOf(vpc)), previewed);
    EXPECT_GT(rectOf(vpc).width(), 720) << "the container made room";
}

TEST_F(Dragging, MovesWithItsContentsAndReparents)
{
    const std::string vpc = draw("vpc", {500, 400});
    const std::string left = draw("subnet", {320, 350});
    const std::string right = draw("subnet", {680, 350});
    const std::string instance = draw("ec2-instance", {300, 350});
    const QRect before = rectOf(instance);
    drag(before.center(), {680, 350});
    EXPECT_EQ(parentOf(instance), right);
    EXPECT_TRUE(rectOf(right).contains(rectOf(instance)));
    const QPoint offset = rectOf(instance).topLeft() - rectOf(right).topLeft();
    drag(rectOf(right).topLeft() + QPoint(100, 130), rectOf(right).topLeft() + QPoint(100, 170));
    EXPECT_EQ(rectOf(instance).topLeft() - rectOf(right).topLeft(), offset);
    EXPECT_EQ(parentOf(right), vpc);
    EXPECT_EQ(parentOf(left), vpc);
}

TEST_F(Dragging, EscapeInMidDragLeavesEverythingAsItWas)
{
    draw("vpc", {500, 400});
    const std::string instance = draw("subnet", {400, 350});
    const model::Document before = session.document();
    dragTo(rectOf(instance).topLeft() + QPoint(150, 20), {900, 800});
    key(Qt::Key_Escape);
    release({900, 800});
    EXPECT_TRUE(session.document() == before);
    EXPECT_EQ(session.undoStack().count(), 2);
}

TEST_F(Dragging, ResizingFromTheLeftKeepsTheContentInPlaceAndNeverCutsIt)
{
    const std::string vpc = draw("vpc", {600, 400});
    const std::string subnet = draw("subnet", {600, 400});
    const QRect inner = rectOf(subnet);
    const QRect outer = rectOf(vpc);
    click(outer.topLeft() + QPoint(200, 12));
    drag({outer.left(), outer.top() + 300}, {outer.left() - 64, outer.top() + 300});
    EXPECT_EQ(rectOf(vpc).left(), outer.left() - 64);
    EXPECT_EQ(rectOf(subnet), inner);
    const QRect wide = rectOf(vpc);
    drag({wide.left(), wide.top() + 300}, {inner.center().x(), wide.top() + 300});
    EXPECT_LE(rectOf(vpc).left(), inner.left() - 16);
    EXPECT_EQ(rectOf(subnet), inner);
}

TEST_F(Dragging, ADoubleClickOnTheBorderShrinksToFit)
{
    const std::string vpc = draw("vpc", {600, 400});
    const std::string subnet = draw("subnet", {600, 400});
    const QRect inner = rectOf(subnet);
    click(rectOf(vpc).topLeft() + QPoint(200, 12));
    const QPoint border(rectOf(vpc).right() + 1, rectOf(vpc).top() + 100);
    QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {}, border);
    EXPECT_EQ(rectOf(subnet), inner);
    EXPECT_LT(rectOf(vpc).width(), inner.width() + 60);
    EXPECT_TRUE(rectOf(vpc).contains(inner));
}

TEST_F(Dragging, AGrowingContainerPushesItsNeighboursAside)
{
    draw("vpc", {500, 400});
    const std::string left = draw("subnet", {320, 350});
    const std::string right = draw("subnet", {640, 350});
    ASSERT_FALSE(rectOf(left).intersects(rectOf(right)));
    const std::string instance = draw("ec2-instance", {440, 350});
    EXPECT_EQ(parentOf(instance), left);
    EXPECT_TRUE(rectOf(left).contains(rectOf(instance)));
    EXPECT_FALSE(rectOf(left).intersects(rectOf(right)));
}

TEST_F(Dragging, GatewaysStayOnTheBorder)
{
    const std::string vpc = draw("vpc", {500, 400});
    const std::string gateway = draw("internet-gateway", {500, 200});
    EXPECT_EQ(parentOf(gateway), vpc);
    EXPECT_EQ(rectOf(gateway).top() + 20, rectOf(vpc).top());
    drag(rectOf(gateway).topLeft() + QPoint(20, 20), {rectOf(vpc).left() + 30, 420});
    EXPECT_EQ(rectOf(gateway).left() + 20, rectOf(vpc).left());
    EXPECT_EQ(parentOf(gateway), vpc);
}

TEST_F(Dragging, TheEdgeOfABlockDrawsAConnectionThatKnowsItsPort)
{
    draw("vpc", {500, 400});
    draw("subnet", {320, 350});
    const std::string instance = draw("ec2-instance", {300, 350});
    draw("subnet", {680, 350});
    const std::string database = draw("rds-instance", {680, 360});
    mouseMove(rectOf(instance).center());
    const QPoint edge(rectOf(instance).right() + 1, rectOf(instance).center().y());
    drag(edge, rectOf(database).center());
    ASSERT_EQ(connectionCount(), 1U);
    const model::Connection& line = *session.document().connections.begin();
    EXPECT_EQ(line.from.text(), instance);
    EXPECT_EQ(line.to.text(), database);
    EXPECT_EQ(line.ports, "3306");
    EXPECT_EQ(session.selection(), std::set<std::string>{line.id.text()});
}

TEST_F(Dragging, ADropOnAConnectionIsPutIntoIt)
{
    const std::string users = draw("users", {150, 400});
    draw("vpc", {700, 400});
    draw("subnet", {800, 400});
    const std::string instance = draw("ec2-instance", {800, 400});
    mouseMove(rectOf(users).center());
    drag({rectOf(users).right() + 1, rectOf(users).center().y()}, rectOf(instance).center());
    ASSERT_EQ(connectionCount(), 1U);
    const auto* route = controller->geometry().find(session.document().connections.begin()->id);
    ASSERT_NE(route, nullptr);
    // Somewhere on the line that is in the VPC but not in the subnet.
    QPoint onto;
    for (std::size_t i = 1; i < route->points.size(); ++i)
        for (int step = 0; step <= 20; ++step) {
            const model::Point a = route->points[i - 1];
            const model::Point b = route->points[i];
            const QPoint at(a.x + (b.x - a.x) * step / 20, a.y + (b.y - a.y) * step / 20);
            if (at.x() > 420 && at.x() < 600) onto = at;
        }
    ASSERT_FALSE(onto.isNull());
    const std::string balancer = draw("alb", onto);
    ASSERT_EQ(connectionCount(), 2U);
    EXPECT_EQ(session.document().connections.begin()->from.text() == users
                  ? session.document().connections.begin()->to.text()
                  : balancer,
              balancer);
    session.undoStack().undo();
    EXPECT_EQ(connectionCount(), 1U);
}

TEST_F(Dragging, ControlDragsACopy)
{
    draw("vpc", {500, 400});
    draw("subnet", {400, 350});
    const std::string instance = draw("ec2-instance", {340, 350});
    const QRect before = rectOf(instance);
    drag(before.center(), before.center() + QPoint(128, 0), Qt::ControlModifier);
    EXPECT_EQ(rectOf(instance), before);
    ASSERT_EQ(session.selection().size(), 1U);
    EXPECT_NE(*session.selection().begin(), instance);
    EXPECT_EQ(session.document().blocks.size(), 4U);
}

TEST_F(Dragging, LockedBlocksStay)
{
    const std::string vpc = draw("vpc", {500, 400});
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const QRect before = rectOf(vpc);
    drag(before.topLeft() + QPoint(200, 60), before.topLeft() + QPoint(300, 160));
    EXPECT_EQ(rectOf(vpc), before);
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    drag(before.topLeft() + QPoint(200, 60), before.topLeft() + QPoint(280, 140));
    EXPECT_NE(rectOf(vpc), before);
}

TEST_F(Dragging, TheRubberBandSelectsWhatItHolds)
{
    const std::string a = draw("users", {200, 200});
    const std::string b = draw("internet", {400, 200});
    const std::string c = draw("users", {800, 700});
    drag({100, 100}, {560, 320});
    EXPECT_EQ(session.selection(), (std::set<std::string>{a, b}));
    click(rectOf(c).center(), Qt::ShiftModifier);
    EXPECT_EQ(session.selection(), (std::set<std::string>{a, b, c}));
    click(rectOf(a).center(), Qt::ControlModifier);
    EXPECT_EQ(session.selection(), (std::set<std::string>{b, c}));
}

TEST_F(Dragging, LintSaysWhatTheDropWouldDoBeforeItIsLetGo)
{
    draw("vpc", {500, 400});
    draw("subnet", {320, 350});
    waitForLint();
    const auto findings = lint.findings().size();
    ASSERT_TRUE(carry("rds-instance", {320, 350}, false));
    const auto* hint = canvas->findChild<QLabel*>("cursorHint");
    ASSERT_TRUE(QTest::qWaitFor([&] { return hint->isVisible() && !hint->text().isEmpty(); }));
    EXPECT_TRUE(hint->text().contains("rds-instance")) << hint->text().toStdString();
    EXPECT_EQ(lint.findings().size(), findings) << "it is only a draft";
    QDragLeaveEvent leave;
    QApplication::sendEvent(canvas, &leave);
    EXPECT_FALSE(hint->isVisible());
    EXPECT_EQ(&controller->shownGeometry(), &controller->geometry());
}

}  // namespace
}  // namespace lintel::app::test
