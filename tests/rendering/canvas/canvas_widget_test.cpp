#include "rendering/canvas/canvas_widget.h"

#include "rendering/painter/painter.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QApplication>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace lintel::rendering::canvas {
namespace {

/// Writes down what the canvas hands on.
class RecordingTool : public Tool {
public:
    bool mousePress(CanvasWidget&, const PointerEvent& event) override
    {
        presses.push_back(event.scene);
        return true;
    }
    bool mouseMove(CanvasWidget&, const PointerEvent& event) override
    {
        moves.push_back(event.scene);
        return true;
    }
    bool mouseRelease(CanvasWidget&, const PointerEvent&) override
    {
        ++releases;
        return true;
    }
    bool keyPress(CanvasWidget&, QKeyEvent& event) override
    {
        keys.push_back(event.key());
        return true;
    }
    void deactivate(CanvasWidget&) override { ++deactivations; }
    void paintOverlay(QPainter&, const CanvasWidget&, qreal scale) override { overlayScale = scale; }

    std::vector<QPointF> presses;
    std::vector<QPointF> moves;
    std::vector<int> keys;
    int releases = 0;
    int deactivations = 0;
    qreal overlayScale = 0;
};

class CanvasWidgetTest : public test::GuiTest {
protected:
    void SetUp() override
    {
        canvas.resize(600, 400);
        canvas.setPicture(test::SampleScene().picture());
        canvas.setTool(&tool);
    }

    void turnWheel(QPoint angle, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event({300, 200}, canvas.mapToGlobal(QPointF(300, 200)), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &event);
    }

    RecordingTool tool;
    CanvasWidget canvas;
};

TEST_F(CanvasWidgetTest, ToolsSeeScenePositions)
{
    canvas.setViewport(Viewport(2, {100, 50}));
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, {60, 40});
    ASSERT_EQ(tool.presses.size(), 1U);
    EXPECT_EQ(tool.presses[0], QPointF(130, 70));
    EXPECT_EQ(tool.releases, 1);
    QTest::keyClick(&canvas, Qt::Key_Delete);
    EXPECT_EQ(tool.keys, std::vector<int>{Qt::Key_Delete});
}

TEST_F(CanvasWidgetTest, TheWheelPansAndWithControlZooms)
{
    const QPointF origin = canvas.viewport().origin();
    turnWheel({0, -120}, {});
    EXPECT_EQ(canvas.viewport().origin() - origin, QPointF(0, 60));
    const QPointF anchor = canvas.toScene(QPointF(300, 200));
    turnWheel({0, 120}, Qt::ControlModifier);
    EXPECT_GT(canvas.zoom(), 1.1);
    EXPECT_NEAR(canvas.toScene(QPointF(300, 200)).x(), anchor.x(), 1e-6);
}

TEST_F(CanvasWidgetTest, APinchOnATouchpadZoomsAroundTheFingers)
{
    const QPointF at(200, 120);
    const QPointF anchor = canvas.toScene(at);
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              canvas.mapToGlobal(at), 0.25, {});
    QApplication::sendEvent(&canvas, &pinch);
    EXPECT_DOUBLE_EQ(canvas.zoom(), 1.25);
    EXPECT_NEAR(canvas.toScene(at).x(), anchor.x(), 1e-6);
    EXPECT_NEAR(canvas.toScene(at).y(), anchor.y(), 1e-6);
}

TEST_F(CanvasWidgetTest, TwoFingersOnATouchpadPanByWhatTheyMove)
{
    const QPointF origin = canvas.viewport().origin();
    QWheelEvent event({300, 200}, canvas.mapToGlobal(QPointF(300, 200)), {-12, 7}, {-24, 14}, Qt::NoButton, {},
                      Qt::ScrollUpdate, false);
    QApplication::sendEvent(&canvas, &event);
    EXPECT_EQ(canvas.viewport().origin() - origin, QPointF(12, -7));
}

TEST_F(CanvasWidgetTest, SpaceAndMiddleDragPanWithoutTheTool)
{
    for (const bool withSpace : {true, false}) {
        canvas.setViewport(Viewport());
        const Qt::MouseButton button = withSpace ? Qt::LeftButton : Qt::MiddleButton;
        if (withSpace) QTest::keyPress(&canvas, Qt::Key_Space);
        QTest::mousePress(&canvas, button, {}, {100, 100});
        QTest::mouseMove(&canvas, {130, 90});
        QTest::mouseRelease(&canvas, button, {}, {130, 90});
        if (withSpace) QTest::keyRelease(&canvas, Qt::Key_Space);
        EXPECT_EQ(canvas.viewport().origin(), QPointF(-30, 10));
    }
    EXPECT_TRUE(tool.presses.empty());
}

TEST_F(CanvasWidgetTest, FitAndActualSize)
{
    canvas.setViewport(Viewport(5, {4000, 4000}));
    canvas.zoomToFit();
    EXPECT_TRUE(canvas.visibleSceneRect().contains(canvas.picture().bounds()));
    canvas.zoomToActualSize();
    EXPECT_DOUBLE_EQ(canvas.zoom(), 1);
    canvas.ensureVisible(QRectF(3000, 3000, 50, 50));
    EXPECT_TRUE(canvas.visibleSceneRect().contains(QRectF(3000, 3000, 50, 50)));
}

TEST_F(CanvasWidgetTest, ReplacingTheToolEndsTheOldOne)
{
    canvas.setTool(nullptr);
    EXPECT_EQ(tool.deactivations, 1);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, {10, 10});
    EXPECT_TRUE(tool.presses.empty());
}

TEST_F(CanvasWidgetTest, ShowsWhatTheExportPaints)
{
    canvas.setGridVisible(false);
    canvas.setViewport(Viewport(1, {-20, -20}));
    const QImage shown = canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QImage painted(canvas.size(), QImage::Format_RGB32);
    painted.fill(canvas.theme().background);
    QPainter painter(&painted);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(20, 20);
    paint(painter, canvas.picture(), canvas.visibleSceneRect(), IconSet());
    painter.end();
    // Qt rounds edges that it cuts at the end of a tile a little differently.
    int different = 0;
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x) different += shown.pixel(x, y) != painted.pixel(x, y) ? 1 : 0;
    EXPECT_LE(different, shown.width() * shown.height() / 1000);
    EXPECT_DOUBLE_EQ(tool.overlayScale, 1);
}

}  // namespace
}  // namespace lintel::rendering::canvas
