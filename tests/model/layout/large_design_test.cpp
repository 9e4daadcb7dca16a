#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/tiered_design.h"

#include <gmock/gmock.h>

#include <chrono>
#include <iostream>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;
using Clock = std::chrono::steady_clock;

const test::FixedTextMetrics kMetrics;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

class LargeDesign : public testing::TestWithParam<int> {};

TEST_P(LargeDesign, IsInOrderAndQuick)
{
    const Document bare = test::tieredDesign(GetParam());
    auto start = Clock::now();
    const auto placed = edit::apply(bare, arrange(bare, embedded::catalogue(), kMetrics, Scope::All));
    ASSERT_TRUE(placed);
    const double arranging = secondsSince(start);
    start = Clock::now();
    const Geometry geometry = geometryOf(*placed, embedded::catalogue(), kMetrics);
    const double routing = secondsSince(start);
    std::cout << bare.blocks.size() << " blocks, " << bare.connections.size() << " connections: arranged in " << arranging
              << " s, routed in " << routing << " s; " << test::measured(geometry) << '\n';
    EXPECT_THAT(test::drawingFaults(geometry), IsEmpty());
    EXPECT_THAT(test::routeFaults(geometry, *placed), IsEmpty());
#ifdef NDEBUG
    // Several times what it takes on a quiet machine: tests share theirs.
    EXPECT_LT(arranging + routing, 4.0);
#endif
}

INSTANTIATE_TEST_SUITE_P(Sizes, LargeDesign, testing::Values(60, 300, 1000));

}  // namespace
}  // namespace lintel::model::layout
