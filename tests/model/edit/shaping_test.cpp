// Operations that change how a design is built: wrap, insert, lock, shrink, duplicate a zone, make room.
#include "model/document/invariants.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/address_plan.h"
#include "model/edit/operations/border_blocks.h"
#include "model/edit/operations/comment_element.h"
#include "model/edit/operations/convert_block.h"
#include "model/edit/operations/copy_elements.h"
#include "model/edit/operations/duplicate_zone.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/insert_block.h"
#include "model/edit/operations/lock_blocks.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/shrink_container.h"
#include "model/edit/operations/wrap_blocks.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

const catalogue::Catalogue& catalogue() { return embedded::catalogue(); }

Document placed(Document document, std::initializer_list<std::pair<const char*, Rect>> rects)
{
    Transaction transaction(document);
    for (const auto& [id, rect] : rects) transaction.put(Placement{PlacementId(id), rect, {}, false});
    return *apply(document, transaction.finish({}));
}

Rect rectOf(const Document& document, const char* id) { return document.placements.find(PlacementId(id))->rect; }

Document twoTiers()
{
    support::DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", Value("10.0.0.0/16")}})
        .block("az-a", "availability-zone", "vpc", {{"zone", Value("a")}})
        .block("web-a", "subnet", "az-a", {{"cidr", Value("10.0.0.0/24")}})
        .block("app-a", "subnet", "az-a", {{"cidr", Value("10.0.1.0/24")}})
        .block("server-a", "ec2-instance", "app-a")
        .block("db", "rds-instance", "vpc", {{"subnets", support::ids({"app-a"})}})
        .block("users", "users")
        .connect("users", "server-a", "443")
        .connect("server-a", "db", "3306");
    return placed(design.build(), {{"vpc", {0, 0, 800, 600}},
                                   {"az-a", {40, 60, 300, 400}},
                                   {"web-a", {20, 40, 260, 150}},
                                   {"app-a", {20, 210, 260, 150}},
                                   {"server-a", {20, 40, 112, 88}},
                                   {"db", {600, 60, 112, 88}},
                                   {"users", {-200, 200, 112, 88}}});
}

Document selfManaged()
{
    support::DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", Value("10.0.0.0/16")}})
        .block("data", "subnet", "vpc", {{"cidr", Value("10.0.1.0/24")}})
        .block("sg", "security-group", "vpc")
        .block("host", "ec2-instance", "data", {{"security-groups", support::ids({"sg"})}})
        .block("db", "mysql", "host", {{"description", Value("주문")}})
        .block("api", "ec2-instance", "data")
        .connect("api", "db", "3306");
    return placed(design.build(), {{"vpc", {100, 100, 800, 600}},
                                   {"data", {20, 40, 500, 400}},
                                   {"host", {20, 40, 200, 200}},
                                   {"db", {20, 60, 112, 88}},
                                   {"api", {260, 60, 112, 88}}});
}

TEST(ConvertBlock, KeepsWhoTalksToItAndItsPlaceAndTakesTheIdleHostAway)
{
    const Document before = selfManaged();
    const auto twins = managedTwinsOf(before, catalogue(), BlockId("db"));
    ASSERT_EQ(twins.size(), 2U);
    EXPECT_EQ(twins.front().text(), "rds-instance");
    const auto change = convertBlock(before, catalogue(), BlockId("db"), KindId("rds-instance"));
    ASSERT_TRUE(change);
    const Document after = *apply(before, *change);
    EXPECT_TRUE(structuralErrors(after).empty());
    const Block& twin = *after.blocks.find(BlockId("db"));
    EXPECT_EQ(twin.kind.text(), "rds-instance");
    EXPECT_EQ(twin.parent.text(), "data");
    EXPECT_EQ(twin.property("engine").toString(), "mysql") << "what a new one has";
    EXPECT_EQ(twin.property("description").toString(), "주문");
    EXPECT_TRUE(twin.property("security-groups") == support::ids({"sg"}));
    EXPECT_EQ(after.connections.size(), 1U);
    EXPECT_FALSE(after.blocks.contains(BlockId("host")));
    EXPECT_EQ(rectOf(after, "db").x, 40);
    EXPECT_EQ(rectOf(after, "db").y, 100);
    EXPECT_TRUE(*apply(after, inverse(*change)) == before);
}

TEST(ConvertBlock, AHostWithOtherWorkStays)
{
    Transaction more(selfManaged());
    more.put(Block{BlockId("cache"), KindId("redis"), {}, BlockId("host"), {}});
    const Document before = more.document();
    const auto change = convertBlock(before, catalogue(), BlockId("db"), KindId("aurora-cluster"));
    ASSERT_TRUE(change);
    EXPECT_TRUE(apply(before, *change)->blocks.contains(BlockId("host")));
    EXPECT_FALSE(convertBlock(before, catalogue(), BlockId("db"), KindId("msk"))) << "no twin of MySQL";
    EXPECT_TRUE(managedTwinsOf(before, catalogue(), BlockId("api")).empty());
}

TEST(FreeRange, IsProposedForSubnetsAndNetworks)
{
    const Document design = selfManaged();
    EXPECT_EQ(freeRangeFor(design, catalogue(), BlockId("data"))->text(), "10.0.0.0/24");
    EXPECT_EQ(freeRangeFor(design, catalogue(), BlockId("vpc"))->text(), "10.1.0.0/16");
    EXPECT_FALSE(freeRangeFor(design, catalogue(), BlockId("api")));
}

TEST(CommentElement, IsPinnedChangedAndTakenAway)
{
    const Document before = selfManaged();
    const Document said = *apply(before, commentElement(before, "db", "백업 확인"));
    EXPECT_EQ(commentOn(said, "db"), "백업 확인");
    const Document changed = *apply(said, commentElement(said, "db", "done"));
    EXPECT_EQ(changed.notes.size(), 1U);
    EXPECT_EQ(commentOn(changed, "db"), "done");
    EXPECT_TRUE(*apply(changed, commentElement(changed, "db", "")) == before);
    EXPECT_TRUE(commentElement(before, "nobody", "x").isEmpty());
}

TEST(DuplicateZone, PlansNewAddressesAndFollowsConnections)
{
    const Document before = twoTiers();
    const auto change = duplicateZone(before, catalogue(), BlockId("az-a"));
    ASSERT_TRUE(change);
    const Document after = *apply(before, *change);
    EXPECT_TRUE(structuralErrors(after).empty());
    EXPECT_EQ(after.blocks.size(), before.blocks.size() + 4);

    std::set<std::string> ranges;
    std::string copyOfServer;
    for (const Block& block : after.blocks) {
        if (block.kind.text() == "subnet") ranges.insert(block.property("cidr").toString());
        if (block.kind.text() == "ec2-instance" && block.id.text() != "server-a") copyOfServer = block.id.text();
    }
    EXPECT_EQ(after.blocks.find(BlockId("az-a-2"))->property("zone").toString(), "b");
    EXPECT_EQ(ranges, (std::set<std::string>{"10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"}));
    ASSERT_FALSE(copyOfServer.empty());
    const auto isConnected = [&](const std::string& from, const std::string& to) {
        return std::any_of(after.connections.begin(), after.connections.end(),
                           [&](const Connection& line) { return line.from.text() == from && line.to.text() == to; });
    };
    EXPECT_TRUE(isConnected("users", copyOfServer));
    EXPECT_TRUE(isConnected(copyOfServer, "db"));
    EXPECT_EQ(after.blocks.find(BlockId("db"))->property("subnets").toList().size(), 2U);
    EXPECT_FALSE(rectOf(after, "az-a").intersects(rectOf(after, "az-a-2")));
    EXPECT_TRUE(*apply(after, inverse(*change)) == before);
}

TEST(DuplicateZone, SaysWhenTheAddressesRunOut)
{
    const Document full = support::DesignBuilder()
                              .block("vpc", "vpc", "", {{"cidr", Value("10.0.0.0/24")}})
                              .block("az-a", "availability-zone", "vpc", {{"zone", Value("a")}})
                              .block("all", "subnet", "az-a", {{"cidr", Value("10.0.0.0/24")}})
                              .build();
    const auto change = duplicateZone(full, catalogue(), BlockId("az-a"));
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().message.id, "edit.no-addresses");
}

TEST(DuplicateBlocks, PlansALoneSubnetAnew)
{
    const Document before = twoTiers();
    const auto change = duplicateBlocks(before, catalogue(), {BlockId("web-a")}, {24, 24});
    ASSERT_TRUE(change);
    const Document after = *apply(before, *change);
    EXPECT_EQ(after.blocks.find(BlockId("web-a-2"))->property("cidr").toString(), "10.0.2.0/24");
    EXPECT_FALSE(rectOf(after, "web-a-2").intersects(rectOf(after, "app-a")));
}

TEST(AddBlock, PlansAddressesLettersAndPublicRoutes)
{
    Document document = support::DesignBuilder().block("vpc", "vpc", "", {{"cidr", Value("10.0.0.0/16")}}).build();
    const auto add = [&](const char* kind, const char* preset) {
        const auto change = addBlock(document, catalogue(), {KindId(kind), preset, {}, BlockId("vpc"), {}});
        EXPECT_TRUE(change);
        document = *apply(document, *change);
        return document.blocks.find(addedBlock(*change, KindId(kind)));
    };
    EXPECT_EQ(add("availability-zone", "")->property("zone").toString(), "a");
    EXPECT_EQ(add("availability-zone", "")->property("zone").toString(), "b");
    EXPECT_EQ(add("subnet", "")->property("cidr").toString(), "10.0.0.0/24");
    EXPECT_TRUE(add("subnet", "public-subnet")->property("route-table").isNull()) << "there is no gateway yet";
    add("internet-gateway", "");
    const Block* subnet = add("subnet", "public-subnet");
    EXPECT_EQ(subnet->property("cidr").toString(), "10.0.2.0/24");
    const std::string table = subnet->property("route-table").toString();
    ASSERT_NE(document.blocks.find(BlockId(table)), nullptr);
    EXPECT_EQ(add("subnet", "public-subnet")->property("route-table").toString(), table) << "one table serves all";
}

TEST(WrapBlocks, PutsAContainerAroundAndTakesItAwayAgain)
{
    const Document before = twoTiers();
    const auto kinds = wrappersOf(before, catalogue(), {BlockId("web-a"), BlockId("app-a")});
    EXPECT_TRUE(kinds.empty()) << "nothing sits between a zone and its subnets";
    const auto outside = wrappersOf(before, catalogue(), {BlockId("az-a"), BlockId("server-a")});
    EXPECT_TRUE(outside.empty() || std::find(outside.begin(), outside.end(), KindId("subnet")) == outside.end());

    const auto wrapped = wrapBlocks(before, catalogue(), {BlockId("vpc")}, KindId("region"));
    ASSERT_TRUE(wrapped);
    const Document after = *apply(before, *wrapped);
    const BlockId region = after.blocks.find(BlockId("vpc"))->parent;
    ASSERT_FALSE(region.isEmpty());
    EXPECT_EQ(rectOf(after, region.text().c_str()).topLeft() + rectOf(after, "vpc").topLeft(),
              rectOf(before, "vpc").topLeft());
    const auto unwrapped = unwrapBlock(after, catalogue(), region);
    ASSERT_TRUE(unwrapped);
    EXPECT_TRUE(*apply(after, *unwrapped) == before);
}

TEST(WrapBlocks, RefusesBlocksOfDifferentContainers)
{
    const auto change = wrapBlocks(twoTiers(), catalogue(), {BlockId("server-a"), BlockId("db")}, KindId("vpc"));
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().message.id, "edit.wrap-one-container");
}

TEST(InsertBlock, SplitsTheConnectionAndKeepsItsPort)
{
    const Document before = support::DesignBuilder(twoTiers()).block("alb", "alb", "vpc").build();
    const auto change = insertBlock(before, catalogue(), BlockId("alb"), ConnectionId("users-server-a"));
    const Document after = *apply(before, change);
    EXPECT_EQ(after.connections.find(ConnectionId("users-server-a"))->to.text(), "alb");
    const Connection* second = after.connections.find(ConnectionId("alb-server-a"));
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->ports, "443");
    EXPECT_TRUE(insertBlock(before, catalogue(), BlockId("users"), ConnectionId("users-server-a")).isEmpty())
        << "it is an end";
    EXPECT_TRUE(insertBlock(before, catalogue(), BlockId("app-a"), ConnectionId("users-server-a")).isEmpty())
        << "it holds an end";
}

TEST(ToggleLock, LocksAllThenSetsThemFree)
{
    Document document = twoTiers();
    document = *apply(document, toggleLock(document, {BlockId("vpc")}));
    document = *apply(document, toggleLock(document, {BlockId("vpc"), BlockId("db")}));
    EXPECT_TRUE(document.placements.find(PlacementId("db"))->pinned);
    EXPECT_TRUE(document.placements.find(PlacementId("vpc"))->pinned);
    document = *apply(document, toggleLock(document, {BlockId("vpc"), BlockId("db")}));
    EXPECT_TRUE(document == twoTiers());
}

TEST(ShrinkContainer, FitsTheContentsWhichStay)
{
    const Document before = twoTiers();
    const Document after = *apply(before, shrinkContainer(before, catalogue(), BlockId("app-a")));
    EXPECT_EQ(rectOf(after, "app-a").size(), (Size{112 + 48, 88 + 40 + 24}));
    const auto absolute = [](const Document& document) {
        return rectOf(document, "app-a").topLeft() + rectOf(document, "server-a").topLeft();
    };
    EXPECT_EQ(absolute(after), absolute(before));
    EXPECT_TRUE(shrinkContainer(before, catalogue(), BlockId("web-a")).isEmpty()) << "nothing is in it";
}

TEST(GrowContainers, WhatIsPushedAsidePushesOn)
{
    const Document before = placed(support::DesignBuilder()
                                       .block("vpc", "vpc")
                                       .block("a", "subnet", "vpc")
                                       .block("b", "subnet", "vpc")
                                       .block("c", "subnet", "vpc")
                                       .block("host", "ec2-instance", "a")
                                       .build(),
                                   {{"vpc", {0, 0, 700, 300}},
                                    {"a", {16, 40, 200, 200}},
                                    {"b", {232, 40, 200, 200}},
                                    {"c", {448, 40, 200, 200}},
                                    {"host", {20, 60, 112, 88}}});
    const ChangeSet move = moveBlocks(before, {BlockId("host")}, {160, 0});
    const Document after = *apply(before, growContainers(before, catalogue(), move));
    EXPECT_TRUE((Rect{0, 0, rectOf(after, "a").width, 300}).contains(rectOf(after, "host")));
    EXPECT_FALSE(rectOf(after, "a").intersects(rectOf(after, "b")));
    EXPECT_FALSE(rectOf(after, "b").intersects(rectOf(after, "c")));
    EXPECT_GE(rectOf(after, "vpc").width, rectOf(after, "c").right());
}

TEST(KeepOnBorders, FollowsTheEdgeOfAResizedContainer)
{
    const Document before =
        placed(support::DesignBuilder().block("vpc", "vpc").block("igw", "internet-gateway", "vpc").build(),
               {{"vpc", {0, 0, 400, 300}}, {"igw", {380, 100, 112, 40}}});
    Transaction transaction(before);
    transaction.put(Placement{PlacementId("vpc"), {0, 0, 500, 300}, {}, false});
    const Document after = *apply(before, keepOnBorders(before, catalogue(), transaction.finish({})));
    EXPECT_EQ(rectOf(after, "igw").x, 480);
    EXPECT_EQ(onBorder({400, 300}, {190, 30, 112, 40}).y, -20);
}

}  // namespace
}  // namespace lintel::model::edit
