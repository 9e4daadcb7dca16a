#include "model/edit/operations/add_block.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/random_document.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

Document arranged(const Document& document, Scope scope)
{
    const auto result = edit::apply(document, arrange(document, embedded::catalogue(), kMetrics, scope));
    EXPECT_TRUE(result);
    return result ? *result : document;
}

Document withoutPlacement(const Document& document, const BlockId& id)
{
    edit::Transaction transaction(document);
    transaction.remove(placementId(id));
    return transaction.document();
}

bool holds(const Document& document, const BlockId& ancestor, const BlockId& id)
{
    for (const Block* at = document.blocks.find(id); at; at = document.blocks.find(at->parent))
        if (at->id == ancestor) return true;
    return false;
}

/// What has another place than before, other than the block itself, containers around it that have only grown, and
/// what stands beside such a container and had to make room.
std::vector<std::string> moved(const Document& before, const Document& after, const BlockId& anew)
{
    const auto place = [](const Document& document, const BlockId& id) {
        return document.placements.find(placementId(id))->rect;
    };
    const auto hasGrown = [&](const BlockId& id) {
        return holds(before, id, anew) && place(after, id).size() != place(before, id).size();
    };
    std::vector<std::string> ids;
    for (const Block& block : before.blocks) {
        if (block.id == anew) continue;
        const Rect old = place(before, block.id);
        const Rect now = place(after, block.id);
        const bool mayGrow = holds(before, block.id, anew);
        const bool mayMakeRoom = block.parent.isEmpty() ? true : hasGrown(block.parent);
        const bool keepsSize = mayGrow ? now.width >= old.width && now.height >= old.height : now.size() == old.size();
        if (!keepsSize || (!mayMakeRoom && now.topLeft() != old.topLeft())) ids.push_back(block.id.text());
    }
    return ids;
}

std::vector<Document> templates()
{
    std::vector<Document> documents;
    for (const embedded::Template& entry : embedded::templates())
        documents.push_back(test::withoutPlacements(io::read(entry.text, entry.name, embedded::catalogue())->document));
    return documents;
}

TEST(ArrangeNewOnly, KeepsEverythingElseToThePixel)
{
    for (const Document& bare : templates()) {
        const Document placed = arranged(bare, Scope::All);
        int index = 0;
        for (const Block& block : placed.blocks) {
            // Every one would take a minute.
            if (index++ % 4 != 0) continue;
            const Document after = arranged(withoutPlacement(placed, block.id), Scope::NewOnly);
            EXPECT_THAT(moved(placed, after, block.id), IsEmpty()) << bare.settings().title << ": " << block.id.text();
            EXPECT_THAT(test::drawingFaults(geometryOf(after, embedded::catalogue(), kMetrics)), IsEmpty())
                << bare.settings().title << ": " << block.id.text();
        }
    }
}

Document pinned(const Document& document, const BlockId& id, Point by)
{
    edit::Transaction transaction(document);
    Placement placement = *document.placements.find(placementId(id));
    placement.rect = placement.rect.translated(by);
    placement.pinned = true;
    transaction.put(placement);
    return transaction.document();
}

TEST(ArrangeAll, NeverMovesWhatIsPinned)
{
    for (const Document& bare : templates()) {
        const Document placed = arranged(bare, Scope::All);
        int index = 0;
        for (const Block& block : placed.blocks) {
            if (index++ % 7 != 0) continue;
            const Document before = pinned(placed, block.id, {16, 8});
            const Document after = arranged(before, Scope::All);
            const Geometry first = geometryOf(before, embedded::catalogue(), kMetrics);
            const Geometry second = geometryOf(after, embedded::catalogue(), kMetrics);
            EXPECT_EQ(first.find(block.id)->rect.topLeft(), second.find(block.id)->rect.topLeft())
                << bare.settings().title << ": " << block.id.text();
            EXPECT_THAT(test::drawingFaults(second), IsEmpty()) << bare.settings().title << ": " << block.id.text();
        }
    }
}

TEST(ArrangeNewOnly, KeepsTheCornersOfConnections)
{
    const Document placed = arranged(templates().front(), Scope::All);
    const Connection& connection = *placed.connections.begin();
    edit::Transaction transaction(placed);
    transaction.put(Placement{placementId(connection.id), {}, {{40, 24}, {40, 56}}, false});
    transaction.remove(placementId(connection.to));
    const Document after = arranged(transaction.document(), Scope::NewOnly);
    EXPECT_EQ(after.placements.find(placementId(connection.id))->waypoints, (std::vector<Point>{{40, 24}, {40, 56}}));
}

}  // namespace
}  // namespace lintel::model::layout
