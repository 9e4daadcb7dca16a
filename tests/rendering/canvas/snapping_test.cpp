#include "rendering/canvas/tools/grip.h"
#include "rendering/canvas/tools/neighbour.h"
#include "rendering/canvas/tools/smart_guides.h"

#include <gtest/gtest.h>

namespace lintel::rendering::canvas {
namespace {

TEST(SmartGuides, EdgesMeetEdgesAndMiddlesMiddles)
{
    const QRectF other(100, 100, 80, 40);
    const GuideSnap edge = snapToGuides(QRectF(103, 300, 60, 60), {other}, 6);
    EXPECT_TRUE(edge.hasX);
    EXPECT_FALSE(edge.hasY);
    EXPECT_EQ(edge.offset, QPointF(-3, 0));
    ASSERT_FALSE(edge.lines.empty());
    EXPECT_EQ(edge.lines.front(), QLineF(100, 100, 100, 360));
    const GuideSnap middle = snapToGuides(QRectF(112, 300, 60, 60), {other}, 6);
    EXPECT_EQ(middle.offset.x(), -2);
    EXPECT_FALSE(snapToGuides(QRectF(300, 300, 60, 60), {other}, 6).hasX);
}

TEST(SmartGuides, DistancesBecomeEqual)
{
    const QRectF first(0, 0, 50, 50);
    const QRectF second(90, 0, 50, 50);
    const GuideSnap after = snapToGuides(QRectF(183, 11, 50, 40), {first, second}, 4);
    EXPECT_TRUE(after.hasX);
    EXPECT_EQ(183 + after.offset.x(), 180) << "the gap of 40 again";
    EXPECT_EQ(after.gaps.size(), 2U);
    const GuideSnap between = snapToGuides(QRectF(147, 11, 20, 40), {first, QRectF(260, 0, 50, 50)}, 4);
    EXPECT_EQ(147 + between.offset.x(), 145) << "as far from the left as from the right";
}

TEST(Grips, CornersBeforeEdges)
{
    const QRectF rect(0, 0, 200, 100);
    EXPECT_EQ(gripAt(rect, {3, 2}, 7), (Grip{true, false, true, false}));
    EXPECT_EQ(gripAt(rect, {198, 50}, 7), (Grip{false, true, false, false}));
    EXPECT_EQ(gripAt(rect, {100, 50}, 7), std::nullopt);
    EXPECT_EQ(gripAt(rect, {230, 50}, 7), std::nullopt);
}

TEST(Grips, AResizedRectangleAlwaysEnclosesItsContents)
{
    const QRectF least(50, 50, 50, 50);
    EXPECT_EQ(resized(QRectF(0, 0, 200, 200), {true, false, false, false}, {90, 0}, least), QRectF(50, 0, 150, 200));
    EXPECT_EQ(resized(QRectF(0, 0, 200, 200), {false, true, false, true}, {20, 300}, least), QRectF(0, 0, 100, 300));
}

TEST(Neighbours, SiblingsComeFirst)
{
    using namespace model;
    layout::Geometry geometry;
    const auto add = [&](const char* id, const char* parent, Rect rect) {
        layout::BlockGeometry block;
        block.id = BlockId(id);
        block.parent = BlockId(parent);
        block.rect = rect;
        geometry.blocks.push_back(block);
    };
    add("left", "", {0, 0, 200, 200});
    add("right", "", {300, 0, 200, 200});
    add("a", "left", {10, 40, 50, 50});
    add("b", "left", {100, 40, 50, 50});
    add("c", "right", {310, 40, 50, 50});
    EXPECT_EQ(neighbourOf(geometry, BlockId("a"), Direction::Right).text(), "b");
    EXPECT_EQ(neighbourOf(geometry, BlockId("b"), Direction::Right).text(), "c");
    EXPECT_EQ(neighbourOf(geometry, BlockId("left"), Direction::Right).text(), "right");
    EXPECT_TRUE(neighbourOf(geometry, BlockId("a"), Direction::Left).isEmpty());
}

}  // namespace
}  // namespace lintel::rendering::canvas
