#include "tests/app/drawing/drawing_board.h"

namespace lintel::app::test {
namespace {

class PlacingByClick : public DrawingBoard {};

TEST_F(PlacingByClick, HangsOnThePointerUntilItIsPlaced)
{
    controller->hold({model::KindId("vpc"), {}});
    EXPECT_TRUE(controller->isHolding());
    mouseMove({500, 400});
    EXPECT_EQ(session.document().blocks.size(), 0U);
    click({500, 400});
    EXPECT_EQ(session.document().blocks.size(), 1U);
    EXPECT_FALSE(controller->isHolding());
}

TEST_F(PlacingByClick, ShiftPlacesSeveralAndEscapeGivesUp)
{
    controller->hold({model::KindId("users"), {}});
    click({200, 200}, Qt::ShiftModifier);
    click({400, 200}, Qt::ShiftModifier);
    EXPECT_EQ(session.document().blocks.size(), 2U);
    EXPECT_TRUE(controller->isHolding());
    key(Qt::Key_Escape);
    EXPECT_FALSE(controller->isHolding());
    click({600, 200});
    EXPECT_EQ(session.document().blocks.size(), 2U);
}

TEST_F(PlacingByClick, ARefusedPlaceKeepsItInHand)
{
    controller->hold({model::KindId("subnet"), {}});
    click({500, 400});
    EXPECT_EQ(session.document().blocks.size(), 0U);
    EXPECT_TRUE(controller->isHolding());
}

}  // namespace
}  // namespace lintel::app::test
