#include "rendering/scene/crossings.h"

#include "rendering/display_list/line_shape.h"

#include <gtest/gtest.h>

namespace lintel::rendering {
namespace {

Polyline line(std::vector<QPointF> points, Dash dash = Dash::Solid)
{
    Polyline result;
    result.points = std::move(points);
    result.radius = 6;
    result.stroke.dash = dash;
    return result;
}

using Points = std::vector<QPointF>;

TEST(CrossingsTest, TheHorizontalLineBreaks)
{
    std::vector<Polyline> lines{line({{0, 50}, {100, 50}}), line({{40, 0}, {40, 100}})};
    breakAtCrossings(lines);
    EXPECT_EQ(lines[0].gaps, (Points{{40, 50}}));
    EXPECT_TRUE(lines[1].gaps.empty());
}

TEST(CrossingsTest, TrafficStaysWholeOverDashedLines)
{
    std::vector<Polyline> lines{line({{0, 50}, {100, 50}}), line({{40, 0}, {40, 100}}, Dash::Dashed),
                                line({{60, 0}, {60, 100}}, Dash::Dotted)};
    breakAtCrossings(lines);
    EXPECT_TRUE(lines[0].gaps.empty());
    EXPECT_EQ(lines[1].gaps, (Points{{40, 50}}));
    EXPECT_EQ(lines[2].gaps, (Points{{60, 50}}));
}

TEST(CrossingsTest, JoinsAndCornersAreNoCrossings)
{
    std::vector<Polyline> lines{line({{0, 50}, {100, 50}}), line({{40, 50}, {40, 100}}),  // starts on the other
                                line({{0, 0}, {20, 0}, {20, 30}})};
    breakAtCrossings(lines);
    for (const Polyline& each : lines) EXPECT_TRUE(each.gaps.empty());
}

TEST(CrossingsTest, WhereOneIsBusyWithACornerTheOtherBreaks)
{
    // The horizontal line turns right beside the crossing.
    std::vector<Polyline> lines{line({{0, 50}, {44, 50}, {44, 200}}), line({{40, 0}, {40, 100}})};
    breakAtCrossings(lines);
    EXPECT_TRUE(lines[0].gaps.empty());
    EXPECT_EQ(lines[1].gaps, (Points{{40, 50}}));
}

TEST(CrossingsTest, ALineDoesNotBreakItself)
{
    std::vector<Polyline> lines{line({{0, 50}, {100, 50}, {100, 0}, {50, 0}, {50, 100}})};
    breakAtCrossings(lines);
    EXPECT_TRUE(lines[0].gaps.empty());
}

TEST(CrossingsTest, CrossingsFarApartAreAllFound)
{
    std::vector<Polyline> lines{line({{-5000, 900}, {5000, 900}})};
    for (int i = 0; i < 50; ++i) lines.push_back(line({{-4900.0 + 200 * i, -3000}, {-4900.0 + 200 * i, 3000}}));
    breakAtCrossings(lines);
    EXPECT_EQ(lines[0].gaps.size(), 50U);
}

TEST(LineShapeTest, GapsSplitALineIntoRuns)
{
    Polyline broken = line({{0, 0}, {100, 0}, {100, 100}});
    broken.gaps = {{50, 0}, {100, 50}};
    const LineShape shape = lineShapeOf(broken);
    ASSERT_EQ(shape.runs.size(), 3U);
    EXPECT_EQ(shape.runs[0].end, QPointF(46, 0));
    EXPECT_EQ(shape.runs[1].start, QPointF(54, 0));
    EXPECT_EQ(shape.runs[1].corners.size(), 1U) << "the corner lies between the gaps";
    EXPECT_EQ(shape.runs[1].end, QPointF(100, 46));
    EXPECT_EQ(shape.runs[2].end, QPointF(100, 100));
}

TEST(LineShapeTest, ABundleIsPassedInOneGap)
{
    Polyline broken = line({{0, 0}, {100, 0}});
    broken.gaps = {{56, 0}, {40, 0}, {48, 0}};
    const LineShape shape = lineShapeOf(broken);
    ASSERT_EQ(shape.runs.size(), 2U);
    EXPECT_EQ(shape.runs[0].end, QPointF(36, 0));
    EXPECT_EQ(shape.runs[1].start, QPointF(60, 0));
}

TEST(LineShapeTest, AnArrowShortensTheLastRun)
{
    Polyline arrow = line({{0, 0}, {100, 0}});
    arrow.arrowAtEnd = true;
    const LineShape shape = lineShapeOf(arrow);
    ASSERT_EQ(shape.runs.size(), 1U);
    ASSERT_EQ(shape.arrow.size(), 4U);
    EXPECT_EQ(shape.arrow.front(), QPointF(100, 0));
    EXPECT_LT(shape.runs[0].end.x(), 100);
}

TEST(LineShapeTest, ALineWithoutLengthHasNoRuns) { EXPECT_TRUE(lineShapeOf(line({{5, 5}, {5, 5}})).runs.empty()); }

}  // namespace
}  // namespace lintel::rendering
