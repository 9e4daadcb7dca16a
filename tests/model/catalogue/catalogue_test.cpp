#include "model/catalogue/catalogue.h"

#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel::model::catalogue {
namespace {

TEST(Catalogue, PropertyValueFallsBackToWhatAwsDoes)
{
    const Block table{BlockId("rt"), KindId("route-table"), "", {}, {}};
    EXPECT_EQ(embedded::catalogue().value(table, "main"), Value(false));
    EXPECT_TRUE(embedded::catalogue().value(table, "no-such-key").isNull());
}

TEST(Catalogue, ContainmentFollowsTheCatalogue)
{
    const Catalogue& catalogue = embedded::catalogue();
    EXPECT_TRUE(catalogue.mayHold(KindId("vpc"), KindId("availability-zone")));
    EXPECT_TRUE(catalogue.mayHold(KindId("availability-zone"), KindId("subnet")));
    EXPECT_FALSE(catalogue.mayHold(KindId("subnet"), KindId("vpc")));
    EXPECT_FALSE(catalogue.mayHold(KindId(), KindId("availability-zone")));
}

TEST(Catalogue, ReportsUnknownKindsAndWrongContainers)
{
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("a"), KindId("subnet"), "", {}, {}});
    draft.put(Block{BlockId("b"), KindId("teapot"), "", {}, {}});
    const auto errors = containmentErrors(draft.document(), embedded::catalogue());
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(errors[0].message.id, "document.wrong-container");
    EXPECT_EQ(errors[1].message.id, "document.unknown-kind");
}

}  // namespace
}  // namespace lintel::model::catalogue
