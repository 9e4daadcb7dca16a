#include "model/review/combined_design.h"

#include "model/document/invariants.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

namespace lintel::model::review {
namespace {

using support::DesignBuilder;

Document sample()
{
    return DesignBuilder()
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("az", "availability-zone", "vpc")
        .block("net", "subnet", "az", {{"cidr", "10.0.0.0/24"}})
        .block("web", "ec2-instance", "net")
        .block("db", "rds-instance", "vpc")
        .connect("web", "db")
        .build();
}

TEST(CombinedDesign, HoldsWhatIsGoneBesideWhatIsNew)
{
    edit::Transaction draft(sample());
    draft.remove(ConnectionId("web-db"));
    draft.remove(BlockId("db"));
    draft.put(Block{BlockId("cache"), KindId("elasticache"), "", BlockId("vpc"), {}});
    const Document after = draft.document();
    const Document both = combined(sample(), after).document;
    for (const char* id : {"vpc", "web", "db", "cache"}) EXPECT_TRUE(both.blocks.contains(BlockId(id))) << id;
    EXPECT_TRUE(both.connections.contains(ConnectionId("web-db")));
    EXPECT_FALSE(both.placements.contains(PlacementId("db")));
    EXPECT_TRUE(structuralErrors(both).empty());
}

TEST(CombinedDesign, AWholeContainerThatWentIsThereWithWhatItHeld)
{
    const Document both = combined(sample(), Document()).document;
    EXPECT_TRUE(both.blocks == sample().blocks);
    EXPECT_TRUE(both.connections == sample().connections);
}

TEST(CombinedDesign, TheNewPlaceAndTheNewValuesCount)
{
    const Document after = DesignBuilder(sample()).set("net", "cidr", "10.0.9.0/24").build();
    EXPECT_TRUE(combined(sample(), after).document.blocks == after.blocks);
}

TEST(CombinedDesign, WhatIsGoneFromAnIdThatIsTakenNowGetsAnother)
{
    edit::Transaction draft(sample());
    draft.remove(ConnectionId("web-db"));
    draft.remove(BlockId("db"));
    draft.put(Connection{ConnectionId("db"), BlockId("web"), BlockId("vpc"), "", "", "", "", {}});
    const CombinedDesign both = combined(sample(), draft.document());
    EXPECT_TRUE(both.document.connections.contains(ConnectionId("db"))) << "the new one keeps it";
    const std::string gone = both.idOfGone("db");
    EXPECT_NE(gone, "db");
    ASSERT_TRUE(both.document.blocks.contains(BlockId(gone)));
    EXPECT_EQ(both.document.blocks.find(BlockId(gone))->kind, KindId("rds-instance"));
    const Connection* old = both.document.connections.find(ConnectionId("web-db"));
    ASSERT_NE(old, nullptr);
    EXPECT_EQ(old->to, BlockId(gone)) << "it still ends at what it ended at";
    EXPECT_TRUE(structuralErrors(both.document).empty());
}

TEST(CombinedDesign, RandomDesignsGoTogetherAndLoseNothing)
{
    const auto& kinds = embedded::catalogue();
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Document before = test::randomDocument(seed, 30, kinds);
        const Document after = seed % 2 == 0 ? test::randomlyEdited(before, seed + 1, 20, kinds)
                                             : test::randomDocument(seed + 1000, 30, kinds);
        const CombinedDesign both = combined(before, after);
        EXPECT_TRUE(structuralErrors(both.document).empty()) << seed;
        for (const Block& block : before.blocks)
            EXPECT_TRUE(after.blocks.contains(block.id) ||
                        both.document.blocks.contains(BlockId(both.idOfGone(block.id.text()))))
                << seed << ' ' << block.id.text();
    }
}

}  // namespace
}  // namespace lintel::model::review
