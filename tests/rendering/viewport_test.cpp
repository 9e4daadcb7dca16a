#include "rendering/canvas/viewport.h"

#include <gtest/gtest.h>

namespace lintel::rendering::canvas {
namespace {

TEST(ViewportTest, ZoomKeepsThePointUnderTheCursor)
{
    const Viewport before(1.3, {40, -20});
    const QPointF cursor(210, 90);
    const Viewport after = before.zoomedBy(1.7, cursor);
    EXPECT_NEAR(after.toScene(cursor).x(), before.toScene(cursor).x(), 1e-9);
    EXPECT_NEAR(after.toScene(cursor).y(), before.toScene(cursor).y(), 1e-9);
    EXPECT_DOUBLE_EQ(after.scale(), 1.3 * 1.7);
}

TEST(ViewportTest, ZoomStaysWithinItsLimits)
{
    EXPECT_DOUBLE_EQ(Viewport().zoomedBy(1e9, {}).scale(), Viewport::kMaximumScale);
    EXPECT_DOUBLE_EQ(Viewport().zoomedBy(1e-9, {}).scale(), Viewport::kMinimumScale);
}

TEST(ViewportTest, MapsForthAndBack)
{
    const Viewport viewport(0.5, {100, 50});
    const QRectF rect(10, 20, 300, 400);
    EXPECT_EQ(viewport.toScene(viewport.toView(rect)), rect);
    EXPECT_EQ(viewport.transform().map(QPointF(7, 9)), viewport.toView(QPointF(7, 9)));
}

TEST(ViewportTest, FittingShowsEverythingCentred)
{
    const QRectF scene(-100, 40, 4000, 1000);
    const Viewport viewport = Viewport::fitting(scene, {800, 600});
    const QRectF seen = viewport.toScene(QRectF(0, 0, 800, 600));
    EXPECT_TRUE(seen.contains(scene));
    EXPECT_NEAR(seen.center().x(), scene.center().x(), 1e-6);
    EXPECT_DOUBLE_EQ(Viewport::fitting({0, 0, 10, 10}, {800, 600}).scale(), 1) << "small drawings are not blown up";
}

TEST(ViewportTest, OpeningShowsEverythingThatCanBeRead)
{
    const QRectF scene(-100, 40, 1500, 1000);
    EXPECT_EQ(Viewport::opening(scene, {0, 40}, {800, 600}), Viewport::fitting(scene, {800, 600}));
}

TEST(ViewportTest, OpeningALargeDesignShowsItsEntryLargeEnoughToRead)
{
    const QRectF scene(0, 0, 6000, 3000);
    const QSizeF window(800, 600);
    for (const QPointF entry : {QPointF(3000, 50), QPointF(40, 50), QPointF(5990, 2990), QPointF(3000, 1500)}) {
        const Viewport viewport = Viewport::opening(scene, entry, window);
        EXPECT_GE(viewport.scale(), 0.5);
        const QRectF seen = viewport.toScene(QRectF(QPointF(), window));
        EXPECT_TRUE(seen.contains(entry));
        EXPECT_TRUE(scene.adjusted(-60, -60, 60, 60).contains(seen)) << "no room is wasted on emptiness";
    }
    EXPECT_NEAR(Viewport::opening(scene, {3000, 50}, window).toView(QPointF(3000, 50)).x(), 400, 1);
}

TEST(ViewportTest, OpeningCentresWhatIsNarrowerThanTheWindow)
{
    const QRectF scene(0, 0, 500, 9000);
    const Viewport viewport = Viewport::opening(scene, {10, 10}, {800, 600});
    EXPECT_NEAR(viewport.toScene(QRectF(0, 0, 800, 600)).center().x(), 250, 1);
}

}  // namespace
}  // namespace lintel::rendering::canvas
