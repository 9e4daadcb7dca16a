#include "model/layout/spread.h"
#include "model/layout/dimensions.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

using testing::ElementsAre;

TEST(Spread, GivesEverybodyTheWishedPlaceWhereThereIsRoom)
{
    EXPECT_THAT(spread({{56, 112}, {256, 112}}, kGap, 400), ElementsAre(0, 200));
}

TEST(Spread, SharesTheWayBetweenThoseWhoWantTheSamePlace)
{
    EXPECT_THAT(spread({{200, 96}, {200, 96}}, kGap, 400), ElementsAre(96, 216));
}

TEST(Spread, KeepsTheOrderAndTheRoom)
{
    const auto places = spread({{900, 96}, {-50, 96}, {2000, 96}}, kGap, 500);
    ASSERT_EQ(places.size(), 3u);
    EXPECT_GE(places[0], 0);
    EXPECT_GE(places[1], places[0] + 96 + kGap);
    EXPECT_GE(places[2], places[1] + 96 + kGap);
    EXPECT_LE(places[2] + 96, 500);
}

TEST(Spread, OverflowsToTheRightWhenThereIsTooLittleRoom)
{
    EXPECT_THAT(spread({{0, 96}, {0, 96}}, kGap, 50), ElementsAre(0, 120));
}

TEST(Spread, OfNothingIsNothing) { EXPECT_TRUE(spread({}, kGap, 100).empty()); }

}  // namespace
}  // namespace lintel::model::layout
