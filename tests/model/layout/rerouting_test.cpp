#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/tiered_design.h"

#include <gmock/gmock.h>

#include <ctime>
#include <iostream>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

Geometry drawn(const Document& document) { return geometryOf(document, embedded::catalogue(), kMetrics); }
Geometry redrawn(const Document& document, const Geometry& before)
{
    return geometryOf(document, embedded::catalogue(), kMetrics, before);
}

Document arranged(const Document& document)
{
    return *edit::apply(document, arrange(document, embedded::catalogue(), kMetrics, Scope::All));
}

Document movedBy(const Document& document, const char* id, Point by)
{
    edit::Transaction transaction(document);
    Placement placement = *document.placements.find(PlacementId(id));
    placement.rect = placement.rect.translated(by);
    transaction.put(placement);
    return transaction.document();
}

Document dangdangSalon()
{
    for (const embedded::Template& entry : embedded::templates())
        if (std::string_view(entry.name) == "dangdang-salon")
            return arranged(test::withoutPlacements(io::read(entry.text, entry.name, embedded::catalogue())->document));
    return {};
}

TEST(Rerouting, WithoutAChangeIsTheSameDrawing)
{
    const Document document = dangdangSalon();
    const Geometry before = drawn(document);
    EXPECT_EQ(redrawn(document, before), before);
}

TEST(Rerouting, TouchesOnlyWhatTheMovedBlockTouches)
{
    const Document document = dangdangSalon();
    const Geometry before = drawn(document);
    const Document changed = movedBy(document, "github", {0, 160});
    const Geometry after = redrawn(changed, before);
    EXPECT_THAT(test::routeFaults(after, changed), IsEmpty());
    int kept = 0;
    for (const Route& route : after.routes) {
        const Connection& connection = *changed.connections.find(route.id);
        const bool isOwn = connection.from.text() == "github" || connection.to.text() == "github";
        if (isOwn)
            EXPECT_NE(route.points, before.find(route.id)->points) << route.id.text();
        else if (route.points == before.find(route.id)->points)
            ++kept;
    }
    EXPECT_GT(kept, 30);
}

TEST(Rerouting, ABlockPutOnALineIsPassedAround)
{
    const Document document = arranged(support::DesignBuilder()
                                           .block("a", "ec2-instance")
                                           .block("b", "rds-instance")
                                           .block("c", "s3-bucket")
                                           .connect("a", "b", "3306")
                                           .build());
    edit::Transaction transaction(document);
    transaction.put(Placement{PlacementId("a"), {0, 0, 112, 96}, {}, false});
    transaction.put(Placement{PlacementId("b"), {600, 0, 112, 96}, {}, false});
    transaction.put(Placement{PlacementId("c"), {304, 400, 112, 96}, {}, false});
    const Geometry before = drawn(transaction.document());
    ASSERT_EQ(before.routes.front().points.size(), 2u);
    const Document changed = movedBy(transaction.document(), "c", {0, -400});
    const Geometry after = redrawn(changed, before);
    EXPECT_GT(after.routes.front().points.size(), 2u);
    EXPECT_THAT(test::routeFaults(after, changed), IsEmpty());
}

TEST(Rerouting, OfOneBlockAmongAThousandIsQuick)
{
    const Document document = arranged(test::tieredDesign(1000));
    const Geometry before = drawn(document);
    const Document changed = movedBy(document, "vpc3-b-app1", {0, 8});
    const std::clock_t start = std::clock();  // of the processor: others may share the machine
    const Geometry after = redrawn(changed, before);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::cout << "redrawn in " << seconds << " s\n";
    EXPECT_THAT(test::routeFaults(after, changed), IsEmpty());
#ifdef NDEBUG
    EXPECT_LT(seconds, 0.2);
#endif
}

}  // namespace
}  // namespace lintel::model::layout
