#include "app/window/minimap.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  a: {kind: users}\n  b: {kind: users}\n"
    "layout:\n  a: [0, 0, 112, 88]\n  b: [3000, 2000, 112, 88]\n";

class MinimapTest : public test::EditorTest {
protected:
    app::Minimap* map() { return window().canvas().findChild<app::Minimap*>("minimap"); }
    bool sees(const char* id)
    {
        const auto* element = window().canvas().picture().find(id);
        return element && window().canvas().visibleSceneRect().intersects(element->bounds);
    }
};

}  // namespace

TEST_F(MinimapTest, IsThereWhileSomethingIsOutOfSightAndLeadsThere)
{
    openText(kDesign);
    window().canvas().zoomToFit();
    EXPECT_FALSE(map()->isVisible()) << "a map of what one sees anyway would be in the way";
    window().canvas().zoomToActualSize();
    ASSERT_TRUE(waitFor([&] { return map()->isVisible(); }));
    QTest::qWait(200);  // the map is painted once the drawing is at rest
    QTest::mouseClick(map(), Qt::LeftButton, {}, {4, 4});
    window().canvas().ensureVisible(window().canvas().picture().find("a")->bounds);
    ASSERT_FALSE(sees("b"));
    // The whole drawing fills the map but for a margin.
    const auto onMap = [&](const char* id) {
        const QRectF all = window().canvas().picture().bounds();
        const QPointF at = window().canvas().picture().find(id)->bounds.center() - all.center();
        const qreal scale = std::min(map()->width() / all.width(), map()->height() / all.height()) * 0.9;
        return map()->rect().center() + (at * scale).toPoint();
    };
    QTest::mouseClick(map(), Qt::LeftButton, {}, onMap("b"));
    EXPECT_TRUE(sees("b"));
    EXPECT_FALSE(sees("a"));
    // Dragged back.
    QTest::mousePress(map(), Qt::LeftButton, {}, onMap("b"));
    QMouseEvent move(QEvent::MouseMove, QPointF(onMap("a")), QPointF(map()->mapToGlobal(onMap("a"))), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(map(), &move);
    QTest::mouseRelease(map(), Qt::LeftButton, {}, onMap("a"));
    EXPECT_TRUE(sees("a"));
}
