#include "model/layout/block_text.h"

#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel {
namespace {

std::string zoneDetail(const std::string& name)
{
    model::Block zone;
    zone.id = model::BlockId("az");
    zone.kind = model::KindId("availability-zone");
    zone.name = name;
    zone.properties["zone"] = model::Value("a");
    return model::layout::detailText(zone, model::embedded::catalogue());
}

TEST(BlockText, AZoneShowsItsLetterOnce)
{
    EXPECT_EQ(zoneDetail("Zone A"), "");
    EXPECT_EQ(zoneDetail("가용 영역 a"), "");
    EXPECT_EQ(zoneDetail("main"), "A");
    EXPECT_EQ(zoneDetail("Area"), "A");
    EXPECT_EQ(zoneDetail(""), "A");
}

}  // namespace
}  // namespace lintel
