#include "model/review/combined_design.h"

#include "model/document/invariants.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

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
    const Document both = combined(sample(), after);
    for (const char* id : {"vpc", "web", "db", "cache"}) EXPECT_TRUE(both.blocks.contains(BlockId(id))) << id;
    EXPECT_TRUE(both.connections.contains(ConnectionId("web-db")));
    EXPECT_FALSE(both.placements.contains(PlacementId("db")));
    EXPECT_TRUE(structuralErrors(both).empty());
}

TEST(CombinedDesign, AWholeContainerThatWentIsThereWithWhatItHeld)
{
    const Document both = combined(sample(), Document());
    EXPECT_TRUE(both.blocks == sample().blocks);
    EXPECT_TRUE(both.connections == sample().connections);
}

TEST(CombinedDesign, TheNewPlaceAndTheNewValuesCount)
{
    const Document after = DesignBuilder(sample()).set("net", "cidr", "10.0.9.0/24").build();
    EXPECT_TRUE(combined(sample(), after).blocks == after.blocks);
}

TEST(CombinedDesign, AnIdThatIsSomethingElseNowIsLeftToIt)
{
    edit::Transaction draft(sample());
    draft.remove(ConnectionId("web-db"));
    draft.remove(BlockId("db"));
    draft.put(Connection{ConnectionId("db"), BlockId("web"), BlockId("vpc"), "", "", "", "", {}});
    const Document both = combined(sample(), draft.document());
    EXPECT_FALSE(both.blocks.contains(BlockId("db")));
    // It ended at what is no block any more.
    EXPECT_FALSE(both.connections.contains(ConnectionId("web-db")));
    EXPECT_TRUE(structuralErrors(both).empty());
}

}  // namespace
}  // namespace lintel::model::review
