#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/tiered_design.h"

#include <gmock/gmock.h>

#include <ctime>
#include <iostream>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

/// Of the processor: others may share the machine.
double secondsSince(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

class LargeDesign : public testing::TestWithParam<int> {};

TEST_P(LargeDesign, IsInOrderAndQuick)
{
    const Document bare = test::tieredDesign(GetParam());
    std::clock_t start = std::clock();
    const auto placed = edit::apply(bare, arrange(bare, embedded::catalogue(), kMetrics, Scope::All));
    ASSERT_TRUE(placed);
    const double arranging = secondsSince(start);
    start = std::clock();
    const Geometry geometry = geometryOf(*placed, embedded::catalogue(), kMetrics);
    const double routing = secondsSince(start);
    std::cout << bare.blocks.size() << " blocks, " << bare.connections.size() << " connections: arranged in "
              << arranging << " s, routed in " << routing << " s; " << test::measured(geometry) << '\n';
    EXPECT_THAT(test::drawingFaults(geometry), IsEmpty());
    EXPECT_THAT(test::routeFaults(geometry, *placed), IsEmpty());
#ifdef NDEBUG
    // Twice what it takes on a quiet machine.
    EXPECT_LT(arranging + routing, 2.0);
#endif
}

INSTANTIATE_TEST_SUITE_P(Sizes, LargeDesign, testing::Values(60, 300, 1000));

}  // namespace
}  // namespace lintel::model::layout
