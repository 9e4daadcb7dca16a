#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const test::FixedTextMetrics kMetrics;

support::DesignBuilder twoZones()
{
    return support::DesignBuilder()
        .block("vpc", "vpc")
        .block("web", "auto-scaling-group", "vpc")
        .block("az-a", "availability-zone", "vpc", {{"zone", "a"}})
        .block("az-c", "availability-zone", "vpc", {{"zone", "c"}})
        .block("app-a", "subnet", "az-a")
        .block("app-c", "subnet", "az-c")
        .block("web-a", "ec2-instance", "app-a", {{"auto-scaling-group", "web"}});
}

TEST(GroupFrames, OneFrameHoldsMembersSideBySide)
{
    const Document document =
        twoZones().block("web-b", "ec2-instance", "app-a", {{"auto-scaling-group", "web"}}).build();
    const Geometry geometry = geometryOf(document, embedded::catalogue(), kMetrics);
    EXPECT_THAT(geometry.frames, SizeIs(1));
    EXPECT_THAT(test::frameFaults(geometry, document), IsEmpty());
}

TEST(GroupFrames, AFrameEachWhereAnotherBlockStandsBetween)
{
    const Document document = twoZones()
                                  .block("web-c", "ec2-instance", "app-c", {{"auto-scaling-group", "web"}})
                                  .block("alb", "alb", "vpc", {{"subnets", support::ids({"app-a", "app-c"})}})
                                  .build();
    const Geometry geometry = geometryOf(document, embedded::catalogue(), kMetrics);
    EXPECT_THAT(geometry.frames, SizeIs(2));
    EXPECT_THAT(test::frameFaults(geometry, document), IsEmpty());
}

TEST(GroupFrames, AGroupWithoutMembersHasNone)
{
    const Document document =
        support::DesignBuilder().block("vpc", "vpc").block("web", "auto-scaling-group", "vpc").build();
    EXPECT_THAT(geometryOf(document, embedded::catalogue(), kMetrics).frames, IsEmpty());
}

}  // namespace
}  // namespace lintel::model::layout
