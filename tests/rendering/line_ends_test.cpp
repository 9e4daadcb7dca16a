#include "rendering/scene/line_ends.h"

#include <gtest/gtest.h>

namespace lintel::rendering {
namespace {

/// An icon of 40 above a label of 60 in a block of 120 x 80 at the origin.
model::layout::BlockGeometry node()
{
    model::layout::BlockGeometry block;
    block.rect = {0, 0, 120, 80};
    block.icon = {40, 0, 40, 40};
    block.name = {{"name"}, {30, 44, 60, 18}};
    return block;
}

std::vector<QPointF> led(std::vector<QPointF> line)
{
    leadToInk(line, node());
    return line;
}

using Points = std::vector<QPointF>;

TEST(LineEndsTest, GoesOnToTheIconOrTheLabel)
{
    EXPECT_EQ(led({{-50, 20}, {0, 20}}), (Points{{-50, 20}, {37, 20}}));
    EXPECT_EQ(led({{200, 20}, {120, 20}}), (Points{{200, 20}, {83, 20}}));
    EXPECT_EQ(led({{-50, 50}, {0, 50}}), (Points{{-50, 50}, {27, 50}}));
    EXPECT_EQ(led({{60, 200}, {60, 80}}), (Points{{60, 200}, {60, 65}}));
}

TEST(LineEndsTest, TurnsToTheIconWhereItWouldPassBeside)
{
    EXPECT_EQ(led({{10, -50}, {10, 0}}), (Points{{10, -50}, {10, 20}, {37, 20}}));
    EXPECT_EQ(led({{110, 200}, {110, 80}}), (Points{{110, 200}, {110, 20}, {83, 20}}));
}

TEST(LineEndsTest, ALineThatComesDownBesideTheIconTurnsToItAndNotToTheLabel)
{
    EXPECT_EQ(led({{34, -50}, {34, 0}}), (Points{{34, -50}, {34, 20}, {37, 20}}));
    EXPECT_EQ(led({{34, 200}, {34, 80}}), (Points{{34, 200}, {34, 65}})) << "from below the label is nearer";
}

TEST(LineEndsTest, ALineThatWouldPassBelowTheInkTurnsUpToTheIcon)
{
    EXPECT_EQ(led({{-50, 72}, {0, 72}}), (Points{{-50, 72}, {0, 72}, {0, 32}, {37, 32}}));
    EXPECT_EQ(led({{200, 0}, {160, 0}, {160, 72}, {120, 72}}), (Points{{200, 0}, {160, 0}, {160, 32}, {83, 32}}));
}

TEST(LineEndsTest, TurnsToALabelBesideTheIconAndNotThroughIt)
{
    auto block = node();
    block.icon = {0, 0, 24, 24};
    block.name.rect = {30, 4, 60, 18};
    Points line{{110, -50}, {110, 0}};
    leadToInk(line, block);
    EXPECT_EQ(line, (Points{{110, -50}, {110, 12}, {93, 12}}));
}

TEST(LineEndsTest, LeavesContainersAndFinishedLinesAlone)
{
    EXPECT_EQ(led({{-50, 20}, {37, 20}}), (Points{{-50, 20}, {37, 20}}));
    Points line{{-50, 20}, {0, 20}};
    auto container = node();
    container.isContainer = true;
    leadToInk(line, container);
    EXPECT_EQ(line.back(), QPointF(0, 20));
}

}  // namespace
}  // namespace lintel::rendering
