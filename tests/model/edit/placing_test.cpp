#include "model/edit/operations/add_block.h"
#include "model/edit/operations/arrange_selection.h"
#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/copy_elements.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/place_notes.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/operations/resize_block.h"
#include "model/edit/operations/set_property.h"
#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

class Placing : public testing::Test {
protected:
    BlockId add(const char* kind, const BlockId& parent, Rect rect)
    {
        const auto change = addBlock(m_document, embedded::catalogue(), {KindId(kind), {}, {}, parent, rect});
        EXPECT_TRUE(change) << kind;
        if (!change) return {};
        use(*change);
        return change->blocks.at(0).after->id;
    }
    void use(const ChangeSet& change) { m_document = *apply(m_document, change); }
    Rect rect(const BlockId& id) const { return m_document.placements.find(placementId(id))->rect; }

    Document m_document;
};

TEST_F(Placing, ANoteIsAddedPlacedRewrittenAndRemoved)
{
    EXPECT_TRUE(addNote(m_document, {0, 0}, "").isEmpty());
    const ChangeSet added = addNote(m_document, {40, 30}, "한글 메모");
    const NoteId id = addedNote(added);
    use(added);
    ASSERT_TRUE(m_document.notes.contains(id));
    EXPECT_EQ(m_document.notes.find(id)->text, "한글 메모");
    const Rect first = m_document.placements.find(placementId(id))->rect;
    EXPECT_EQ(first.x, 40);
    EXPECT_EQ(first.y, 30);
    EXPECT_FALSE(first.isEmpty());
    use(placeNotes(m_document, {{id, {7, 8, 300, 60}}, {NoteId("nobody"), {1, 1, 1, 1}}}));
    EXPECT_EQ(m_document.placements.find(placementId(id))->rect, (Rect{7, 8, 300, 60}));
    EXPECT_EQ(m_document.placements.size(), 1U);
    use(rewriteNote(m_document, id, "new"));
    EXPECT_EQ(m_document.notes.find(id)->text, "new");
    use(rewriteNote(m_document, id, ""));
    EXPECT_TRUE(m_document == Document()) << "the place goes with it";
}

TEST_F(Placing, MoveTakesContentsAlongOnce)
{
    const BlockId vpc = add("vpc", {}, {10, 10, 400, 400});
    const BlockId subnet = add("subnet", vpc, {20, 40, 100, 100});
    use(moveBlocks(m_document, {vpc, subnet}, {8, 16}));
    EXPECT_EQ(rect(vpc), (Rect{18, 26, 400, 400}));
    EXPECT_EQ(rect(subnet), (Rect{20, 40, 100, 100}));
    EXPECT_TRUE(moveBlocks(m_document, {vpc}, {0, 0}).isEmpty());
}

TEST_F(Placing, ResizeFromTheLeftKeepsContentsInPlace)
{
    const BlockId vpc = add("vpc", {}, {100, 100, 400, 400});
    const BlockId subnet = add("subnet", vpc, {60, 60, 100, 100});
    const Point before = absoluteOrigin(m_document, subnet);
    use(resizeBlock(m_document, vpc, {80, 92, 420, 408}));
    EXPECT_EQ(absoluteOrigin(m_document, subnet), before);
    EXPECT_EQ(rect(vpc), (Rect{80, 92, 420, 408}));
}

TEST_F(Placing, AlignComparesAbsolutePlaces)
{
    const BlockId region = add("region", {}, {100, 100, 800, 800});
    const BlockId inner = add("vpc", region, {20, 30, 100, 100});
    const BlockId outer = add("users", {}, {40, 500, 50, 50});
    use(alignBlocks(m_document, {inner, outer}, Alignment::Left));
    EXPECT_EQ(absoluteOrigin(m_document, inner).x, 40);
    EXPECT_EQ(absoluteOrigin(m_document, outer).x, 40);
    EXPECT_EQ(absoluteOrigin(m_document, inner).y, 130);
}

TEST_F(Placing, DistributeMakesGapsEqual)
{
    const BlockId a = add("users", {}, {0, 0, 50, 50});
    const BlockId b = add("users", {}, {60, 0, 50, 50});
    const BlockId c = add("users", {}, {350, 0, 50, 50});
    use(distributeBlocks(m_document, {a, b, c}, Axis::Horizontal));
    EXPECT_EQ(rect(a).x, 0);
    EXPECT_EQ(rect(b).x, 175);
    EXPECT_EQ(rect(c).x, 350);
    EXPECT_TRUE(distributeBlocks(m_document, {a, b}, Axis::Horizontal).isEmpty());
}

TEST_F(Placing, PasteRenewsIdsAndReferencesAmongTheCopies)
{
    const BlockId vpc = add("vpc", {}, {0, 0, 400, 400});
    const BlockId table = add("route-table", vpc, {10, 10, 50, 50});
    const BlockId subnet = add("subnet", vpc, {100, 100, 100, 100});
    const BlockId server = add("ec2-instance", subnet, {10, 30, 80, 80});
    const BlockId users = add("users", {}, {500, 0, 50, 50});
    use(setProperty(m_document, subnet, "route-table", Value(table.text())));
    use(*connectBlocks(m_document, Connection{.from = users, .to = server}));
    const Document before = m_document;

    use(*duplicateBlocks(m_document, embedded::catalogue(), {vpc, users, server}, {24, 24}));
    EXPECT_EQ(m_document.blocks.size(), 10u);
    EXPECT_EQ(m_document.connections.size(), 2u);
    const Block* copy = m_document.blocks.find(BlockId(subnet.text() + "-2"));
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->parent.text(), vpc.text() + "-2");
    EXPECT_EQ(copy->property("route-table").toString(), table.text() + "-2");
    EXPECT_EQ(rect(BlockId(vpc.text() + "-2")), (Rect{24, 24, 400, 400}));
    EXPECT_EQ(rect(copy->id), rect(subnet));

    const auto one = duplicateBlocks(before, embedded::catalogue(), {subnet}, {8, 8});
    ASSERT_TRUE(one);
    const Document after = *apply(before, *one);
    EXPECT_EQ(after.blocks.find(BlockId(subnet.text() + "-2"))->property("route-table").toString(), table.text());
}

TEST_F(Placing, PasteRefusesWhereNothingMayHoldIt)
{
    const BlockId vpc = add("vpc", {}, {0, 0, 400, 400});
    const BlockId subnet = add("subnet", vpc, {10, 40, 100, 100});
    const Fragment fragment = copyElements(m_document, {subnet});
    EXPECT_FALSE(pasteElements(Document(), embedded::catalogue(), fragment, {}, {}));
    EXPECT_TRUE(pasteElements(m_document, embedded::catalogue(), fragment, vpc, {}));
}

TEST_F(Placing, GrowMakesRoomUpToTheTop)
{
    const BlockId region = add("region", {}, {0, 0, 300, 300});
    const BlockId vpc = add("vpc", region, {20, 40, 200, 200});
    const auto drop = addBlock(m_document, embedded::catalogue(), {KindId("subnet"), {}, {}, vpc, {150, 40, 200, 100}});
    use(growContainers(m_document, embedded::catalogue(), *drop));
    EXPECT_GT(rect(vpc).width, 350);
    EXPECT_GT(rect(region).width, 20 + rect(vpc).width);
    EXPECT_EQ(rect(region).height, 300);
}

TEST_F(Placing, RenameAndPropertiesLeaveTheIdAlone)
{
    const BlockId users = add("users", {}, {0, 0, 50, 50});
    use(renameElement(m_document, users.text(), "고객"));
    EXPECT_EQ(m_document.blocks.find(users)->name, "고객");
    EXPECT_TRUE(renameElement(m_document, users.text(), "고객").isEmpty());
    use(setProperty(m_document, users, "description", Value("x")));
    use(setProperty(m_document, users, "description", Value()));
    EXPECT_TRUE(m_document.blocks.find(users)->property("description").isNull());
}

}  // namespace
}  // namespace lintel::model::edit
