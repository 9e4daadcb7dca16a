// What must hold for every design, on designs made at random. LINTEL_LAYOUT_DESIGNS=1000 tries as many; a few by
// default. LINTEL_LAYOUT_FIRST=736 begins with that one.

#include "model/document/thread.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "tests/model/layout/detour_checks.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/model/layout/label_checks.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/network_design.h"
#include "tests/support/random_document.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <random>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

std::uint32_t numberFrom(const char* variable, std::uint32_t otherwise)
{
    const char* wanted = std::getenv(variable);
    return wanted ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : otherwise;
}

std::uint32_t firstDesign() { return numberFrom("LINTEL_LAYOUT_FIRST", 1); }
std::uint32_t lastDesign() { return firstDesign() + numberFrom("LINTEL_LAYOUT_DESIGNS", 100) - 1; }

Geometry drawn(const Document& document) { return geometryOf(document, embedded::catalogue(), kMetrics); }

/// Without connections, where only the places of blocks are looked at.
Geometry blocksOf(Document document)
{
    document.connections = {};
    return drawn(document);
}

Document arranged(const Document& document, Scope scope)
{
    const auto result = edit::apply(document, arrange(document, embedded::catalogue(), kMetrics, scope));
    EXPECT_TRUE(result);
    return result ? *result : document;
}

/// Servers become members of the Auto Scaling groups there are.
Document withMembers(const Document& document, std::mt19937& random)
{
    std::vector<std::string> groups;
    for (const Block& block : document.blocks)
        if (block.kind.text() == "auto-scaling-group") groups.push_back(block.id.text());
    if (groups.empty()) return document;
    edit::Transaction transaction(document);
    for (const Block& block : document.blocks)
        if (block.kind.text() == "ec2-instance" && random() % 2 == 0)
            transaction.setProperty(block.id, "auto-scaling-group", Value(groups[random() % groups.size()]));
    return transaction.document();
}

/// Two of three from the whole catalogue, with whatever names and nesting it allows; the others as networks are drawn.
Document design(std::uint32_t seed)
{
    std::mt19937 random(seed);
    if (seed % 3 == 0) return test::networkDesign(30 + static_cast<int>(random() % 90), seed);
    return withMembers(test::withoutPlacements(
                           test::randomDocument(seed, 20 + static_cast<int>(random() % 50), embedded::catalogue())),
                       random);
}

/// Pins of threads lie on the corner of what they are about, like badges.
Geometry withoutPins(Geometry geometry, const Document& document)
{
    std::erase_if(geometry.notes, [&](const auto& note) { return isThread(*document.notes.find(note.id)); });
    return geometry;
}

void expectInOrder(const Document& placed, const std::string& what)
{
    const Geometry geometry = drawn(placed);
    EXPECT_THAT(test::drawingFaults(geometry), IsEmpty()) << what;
    EXPECT_THAT(test::labelFaults(withoutPins(geometry, placed)), IsEmpty()) << what;
    EXPECT_THAT(test::frameFaults(geometry, placed), IsEmpty()) << what;
    EXPECT_THAT(test::routeFaults(geometry, placed), IsEmpty()) << what;
    EXPECT_THAT(test::bundleFaults(geometry), IsEmpty()) << what;
    EXPECT_THAT(test::detourFaults(geometry, placed), IsEmpty()) << what;
}

std::string bytesOf(const Document& document) { return io::write(document, {}, embedded::catalogue()); }

TEST(RandomLayout, IsInOrderAndTheSameTwice)
{
    for (std::uint32_t seed = firstDesign(); seed <= lastDesign(); ++seed) {
        const Document bare = design(seed);
        const Document placed = arranged(bare, Scope::All);
        ASSERT_EQ(bytesOf(placed), bytesOf(arranged(design(seed), Scope::All))) << "seed " << seed;
        const bool isDrawnTwice = seed % 5 == 0;
        ASSERT_TRUE(!isDrawnTwice || drawn(placed) == drawn(placed)) << "seed " << seed;
        expectInOrder(placed, "seed " + std::to_string(seed));
        if (testing::Test::HasFailure()) break;
    }
}

TEST(EveryTemplate, IsInOrder)
{
    for (const embedded::Template& entry : embedded::templates()) {
        const Document bare =
            test::withoutPlacements(io::read(entry.text, entry.name, embedded::catalogue())->document);
        expectInOrder(arranged(bare, Scope::All), entry.name);
    }
}

/// Two servers with a box between them, and a line straight through it.
TEST(DetourChecks, NoticeALineThroughABox)
{
    Geometry geometry;
    geometry.blocks = {{BlockId("a"), {}, {0, 0, 48, 48}, {}, {}, {}, false, false, 0},
                       {BlockId("b"), {}, {400, 0, 48, 48}, {}, {}, {}, false, false, 0},
                       {BlockId("box"), {}, {160, -80, 96, 200}, {}, {}, {}, true, false, 0}};
    geometry.bounds = {0, -80, 448, 200};
    const Document document =
        support::DesignBuilder().block("a", "ec2-instance").block("b", "ec2-instance").connect("a", "b").build();
    geometry.routes = {{ConnectionId("a-b"), {{48, 24}, {400, 24}}, {}}};
    EXPECT_EQ(test::detourFaults(geometry, document).size(), 1U);
    geometry.routes.front().points = {{48, 24}, {104, 24}, {104, 160}, {320, 160}, {320, 24}, {400, 24}};
    EXPECT_THAT(test::detourFaults(geometry, document), IsEmpty());
}

bool holds(const Document& document, const BlockId& ancestor, const BlockId& id)
{
    for (const Block* at = document.blocks.find(id); at; at = document.blocks.find(at->parent))
        if (at->id == ancestor) return true;
    return false;
}

const Rect& placeOf(const Document& document, const BlockId& id)
{
    return document.placements.find(placementId(id))->rect;
}

/// What stands elsewhere than before though nothing beside it, around the new block, has grown.
std::vector<std::string> movedElsewhere(const Document& before, const Document& after, const BlockId& anew)
{
    std::vector<std::string> ids;
    std::set<BlockId> haveGrown;  // the parents in which something around the new block has grown
    for (const Block& block : before.blocks)
        if (block.id != anew && holds(before, block.id, anew) &&
            placeOf(before, block.id).size() != placeOf(after, block.id).size())
            haveGrown.insert(block.parent);
    for (const Block& block : before.blocks) {
        if (block.id == anew) continue;
        const Rect old = placeOf(before, block.id);
        const Rect now = placeOf(after, block.id);
        const bool isAround = holds(before, block.id, anew);
        const bool keepsSize = isAround ? now.width >= old.width && now.height >= old.height : now.size() == old.size();
        // What stands on the border of something that has grown follows it.
        const bool mayMove =
            haveGrown.contains(block.parent) ||
            (!block.parent.isEmpty() && placeOf(before, block.parent).size() != placeOf(after, block.parent).size());
        if (!keepsSize || (now.topLeft() != old.topLeft() && (isAround || !mayMove))) ids.push_back(block.id.text());
    }
    return ids;
}

TEST(RandomLayout, TidyingWhatIsNewMovesNothingElse)
{
    for (std::uint32_t seed = firstDesign(); seed <= lastDesign(); ++seed) {
        const Document placed = arranged(design(seed), Scope::All);
        std::mt19937 random(seed);
        for (int i = 0; i < 3; ++i) {
            const BlockId anew = placed.blocks.rows()[random() % placed.blocks.rows().size()]->id;
            edit::Transaction transaction(placed);
            transaction.remove(placementId(anew));
            const Document after = arranged(transaction.document(), Scope::NewOnly);
            const std::string what = "seed " + std::to_string(seed) + ", " + anew.text();
            EXPECT_THAT(movedElsewhere(placed, after, anew), IsEmpty()) << what;
            EXPECT_THAT(test::drawingFaults(blocksOf(after)), IsEmpty()) << what;
        }
        if (testing::Test::HasFailure()) break;
    }
}

TEST(RandomLayout, NeverMovesWhatIsPinned)
{
    for (std::uint32_t seed = firstDesign(); seed <= lastDesign(); ++seed) {
        const Document placed = arranged(design(seed), Scope::All);
        std::mt19937 random(seed);
        const BlockId id = placed.blocks.rows()[random() % placed.blocks.rows().size()]->id;
        edit::Transaction transaction(placed);
        Placement placement = *placed.placements.find(placementId(id));
        placement.rect = placement.rect.translated({16, 8});
        placement.pinned = true;
        transaction.put(placement);
        const Document before = transaction.document();
        const Document after = arranged(before, Scope::All);
        const std::string what = "seed " + std::to_string(seed) + ", " + id.text();
        const Geometry geometry = blocksOf(after);
        EXPECT_EQ(blocksOf(before).find(id)->rect.topLeft(), geometry.find(id)->rect.topLeft()) << what;
        EXPECT_THAT(test::drawingFaults(geometry), IsEmpty()) << what;
        if (testing::Test::HasFailure()) break;
    }
}

}  // namespace
}  // namespace lintel::model::layout
