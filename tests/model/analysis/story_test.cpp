#include "model/analysis/story.h"
#include "model/edit/transaction.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

namespace lintel::model::analysis {
namespace {

using testing::ElementsAre;

Document numbered(const std::vector<std::pair<const char*, Value>>& steps)
{
    support::DesignBuilder design;
    for (const char* id : {"people", "cdn", "api", "table"}) design.block(id, "generic-aws");
    design.connect("people", "cdn").connect("people", "api").connect("api", "table");
    edit::Transaction transaction(design.build());
    for (const auto& [id, step] : steps) {
        Connection connection = *transaction.document().connections.find(ConnectionId(id));
        connection.properties.insert_or_assign("step", step);
        transaction.put(connection);
    }
    return transaction.document();
}

TEST(Story, StepsFollowTheirNumbersNotTheirIds)
{
    const auto story =
        storyOf(numbered({{"people-cdn", Value(10)}, {"people-api", Value(10)}, {"api-table", Value(2)}}));
    ASSERT_EQ(story.size(), 2U);
    EXPECT_EQ(story[0].number, 2);
    EXPECT_THAT(story[0].blocks, ElementsAre(BlockId("api"), BlockId("table")));
    EXPECT_EQ(story[1].number, 10);
    EXPECT_THAT(story[1].connections, ElementsAre(ConnectionId("people-api"), ConnectionId("people-cdn")));
    EXPECT_THAT(story[1].blocks, ElementsAre(BlockId("people"), BlockId("api"), BlockId("cdn")));
}

TEST(Story, WhatIsNoNumberOfAStepCountsAsNone)
{
    EXPECT_TRUE(storyOf(numbered({})).empty());
    EXPECT_TRUE(storyOf(numbered({{"people-cdn", Value("first")}, {"api-table", Value(0)}})).empty());
}

}  // namespace
}  // namespace lintel::model::analysis
