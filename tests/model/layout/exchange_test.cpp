#include "model/layout/exchange.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

const test::FixedTextMetrics kMetrics;

/// Two servers above two databases, laid out by hand in the order given.
LayoutTree crossed(const Document& document)
{
    LayoutTree tree(document, embedded::catalogue(), kMetrics);
    const auto put = [&](const char* id, int x, int y) {
        tree[tree.find(BlockId(id))].rect = {x, y, 112, 96};
        tree[tree.find(BlockId(id))].group = y == 0 ? 1 : 2;
    };
    put("api", 0, 0);
    put("batch", 136, 0);
    put("orders", 0, 200);
    put("stock", 136, 200);
    return tree;
}

support::DesignBuilder fourBlocks()
{
    return support::DesignBuilder()
        .block("api", "ec2-instance")
        .block("batch", "ec2-instance")
        .block("orders", "rds-instance")
        .block("stock", "rds-instance");
}

int left(const LayoutTree& tree, const char* id) { return tree[tree.find(BlockId(id))].rect.x; }

TEST(ExchangePlaces, UncrossesTwoConnections)
{
    LayoutTree tree = crossed(fourBlocks().connect("api", "stock").connect("batch", "orders").build());
    exchangePlaces(tree);
    EXPECT_EQ(left(tree, "api"), left(tree, "stock"));
    EXPECT_EQ(left(tree, "batch"), left(tree, "orders"));
}

TEST(ExchangePlaces, CarriesOneToTheOtherEndOfItsRow)
{
    LayoutTree tree(support::DesignBuilder()
                        .block("api", "ec2-instance")
                        .block("batch", "ec2-instance")
                        .block("cron", "ec2-instance")
                        .block("x", "rds-instance")
                        .block("y", "rds-instance")
                        .block("z", "rds-instance")
                        .connect("api", "z")
                        .connect("batch", "x")
                        .connect("cron", "y")
                        .build(),
                    embedded::catalogue(), kMetrics);
    int x = 0;
    for (const char* id : {"api", "batch", "cron", "x", "y", "z"}) {
        LayoutNode& node = tree[tree.find(BlockId(id))];
        node.rect = {x % 408, x < 408 ? 0 : 200, 112, 96};
        node.group = x < 408 ? 1 : 0;
        x += 136;
    }
    exchangePlaces(tree);
    EXPECT_EQ(left(tree, "batch"), left(tree, "x"));
    EXPECT_EQ(left(tree, "cron"), left(tree, "y"));
    EXPECT_EQ(left(tree, "api"), left(tree, "z"));
}

TEST(ExchangePlaces, LeavesWhatIsGoodAsItIs)
{
    LayoutTree tree = crossed(fourBlocks().connect("api", "orders").connect("batch", "stock").build());
    exchangePlaces(tree);
    EXPECT_EQ(left(tree, "api"), 0);
    EXPECT_EQ(left(tree, "orders"), 0);
}

TEST(ExchangePlaces, KeepsGroupsApart)
{
    LayoutTree tree = crossed(fourBlocks().connect("api", "stock").connect("batch", "orders").build());
    for (const char* id : {"api", "batch", "orders", "stock"}) tree[tree.find(BlockId(id))].group = 0;
    exchangePlaces(tree);
    EXPECT_EQ(left(tree, "api"), 0);
    EXPECT_EQ(left(tree, "orders"), 0);
}

TEST(ExchangePlaces, FitsNeighboursOfDifferentWidth)
{
    LayoutTree tree = crossed(fourBlocks().connect("api", "stock").connect("batch", "orders").build());
    const int batch = tree.find(BlockId("batch"));
    tree[batch].rect.width = 200;
    for (const char* id : {"orders", "stock"}) tree[tree.find(BlockId(id))].group = 0;
    exchangePlaces(tree);
    EXPECT_EQ(left(tree, "batch"), 0);
    EXPECT_EQ(left(tree, "api"), 224);
}

}  // namespace
}  // namespace lintel::model::layout
