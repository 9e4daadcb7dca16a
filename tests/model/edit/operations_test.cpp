#include "model/edit/operations/add_block.h"
#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

class Operations : public testing::Test {
protected:
    BlockId add(const char* kind, const char* name, const BlockId& parent = {}, Rect rect = {})
    {
        const auto change = addBlock(m_document, embedded::catalogue(), {KindId(kind), {}, name, parent, rect});
        EXPECT_TRUE(change) << kind;
        if (!change) return {};
        m_document = *apply(m_document, *change);
        return change->blocks.at(0).after->id;
    }

    Document m_document;
};

TEST_F(Operations, AddGivesReadableIdsAndCatalogueDefaults)
{
    const BlockId vpc = add("vpc", "Main VPC");
    EXPECT_EQ(vpc.text(), "main-vpc");
    EXPECT_FALSE(m_document.blocks.find(vpc)->property("cidr").isNull());
    EXPECT_EQ(add("vpc", "Main VPC").text(), "main-vpc-2");
    EXPECT_EQ(add("vpc", "한글").text(), "vpc");
}

TEST_F(Operations, AddRefusesAForbiddenPlace)
{
    const BlockId vpc = add("vpc", "v");
    const auto refused = addBlock(m_document, embedded::catalogue(), {KindId("vpc"), {}, "w", vpc, {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "edit.wrong-container");
}

TEST_F(Operations, RemoveTakesContentsConnectionsAndReferencesAlong)
{
    const BlockId vpc = add("vpc", "v");
    const BlockId gateway = add("internet-gateway", "igw", vpc, {0, 0, 48, 48});
    const BlockId table = add("route-table", "rt", vpc);
    const BlockId users = add("users", "users");
    m_document = *apply(m_document, *connectBlocks(m_document, Connection{.from = users, .to = gateway}));
    Transaction route(m_document);
    route.setProperty(
        table, "routes",
        Value(Value::List{Value(Value::Map{{"destination", Value("0.0.0.0/0")}, {"target", Value(gateway.text())}})}));
    m_document = route.document();

    const Document without = *apply(m_document, removeElements(m_document, {gateway.text()}));
    EXPECT_TRUE(without.connections.isEmpty());
    EXPECT_TRUE(without.placements.isEmpty());
    EXPECT_TRUE(without.blocks.find(table)->property("routes").toList().empty());
    EXPECT_EQ(without.blocks.size(), 3u);
    EXPECT_EQ(apply(m_document, removeElements(m_document, {vpc.text()}))->blocks.size(), 1u);
}

TEST_F(Operations, ReparentKeepsTheAbsolutePlace)
{
    const BlockId first = add("region", "one", {}, {100, 100, 300, 300});
    const BlockId second = add("region", "two", {}, {500, 120, 300, 300});
    const BlockId vpc = add("vpc", "v", first, {20, 30, 100, 100});
    const auto moved = reparentBlocks(m_document, embedded::catalogue(), {vpc}, second);
    ASSERT_TRUE(moved);
    const Document after = *apply(m_document, *moved);
    EXPECT_EQ(absoluteOrigin(after, vpc), absoluteOrigin(m_document, vpc));
    EXPECT_EQ(after.blocks.find(vpc)->parent, second);
    EXPECT_FALSE(reparentBlocks(m_document, embedded::catalogue(), {first}, vpc));
}

TEST_F(Operations, ConnectRefusesItselfAndStrangers)
{
    const BlockId users = add("users", "users");
    EXPECT_FALSE(connectBlocks(m_document, Connection{.from = users, .to = users}));
    EXPECT_FALSE(connectBlocks(m_document, Connection{.from = users, .to = BlockId("nobody")}));
}

}  // namespace
}  // namespace lintel::model::edit
