#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/random_document.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

Document arranged(const Document& document, Scope scope = Scope::All)
{
    const auto change = arrange(document, embedded::catalogue(), kMetrics, scope);
    EXPECT_TRUE(change.isEmpty() || change.isLayoutOnly());
    const auto result = edit::apply(document, change);
    EXPECT_TRUE(result);
    return result ? *result : document;
}

TEST(Arrange, KeepsEveryRandomDesignInOrder)
{
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        const Document bare = test::withoutPlacements(
            test::randomDocument(seed, 30 + static_cast<int>(seed) % 40, embedded::catalogue()));
        const Document placed = arranged(bare);
        for (const Block& block : placed.blocks) EXPECT_TRUE(placed.placements.contains(placementId(block.id)));
        const Geometry geometry = geometryOf(placed, embedded::catalogue(), kMetrics);
        ASSERT_EQ(geometry.blocks.size(), bare.blocks.size());
        EXPECT_THAT(test::drawingFaults(geometry), IsEmpty()) << "seed " << seed;
        EXPECT_THAT(test::routeFaults(geometry, placed), IsEmpty()) << "seed " << seed;
        EXPECT_THAT(test::bundleFaults(geometry), IsEmpty()) << "seed " << seed;
    }
}

TEST(Arrange, GivesTheSamePlacesTwice)
{
    const Document bare = test::withoutPlacements(test::randomDocument(7, 60, embedded::catalogue()));
    const Document once = arranged(bare);
    EXPECT_EQ(once, arranged(bare));
    EXPECT_EQ(once, arranged(once));
}

TEST(GeometryOf, DrawsADocumentWithoutPlacesAsArrangeWould)
{
    const Document bare = test::withoutPlacements(test::randomDocument(11, 50, embedded::catalogue()));
    EXPECT_EQ(geometryOf(bare, embedded::catalogue(), kMetrics),
              geometryOf(arranged(bare), embedded::catalogue(), kMetrics));
}

}  // namespace
}  // namespace lintel::model::layout
