#include "model/edit/change_set.h"

#include "model/document/invariants.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

class ChangeSetLaws : public testing::TestWithParam<std::uint32_t> {
protected:
    const catalogue::Catalogue& m_catalogue = embedded::catalogue();
    Document m_before = test::randomDocument(GetParam(), 40, m_catalogue);
    Document m_after = test::randomlyEdited(m_before, GetParam() + 1000, 25, m_catalogue);
};

TEST_P(ChangeSetLaws, DiffLeadsFromOneVersionToTheOther)
{
    const auto result = apply(m_before, diff(m_before, m_after));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, m_after);
}

TEST_P(ChangeSetLaws, InverseTakesTheChangeBack)
{
    const ChangeSet change = diff(m_before, m_after);
    const auto back = apply(m_after, inverse(change));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, m_before);
}

TEST_P(ChangeSetLaws, ComposeEqualsOneAfterTheOther)
{
    const Document last = test::randomlyEdited(m_after, GetParam() + 2000, 25, m_catalogue);
    const auto result = apply(m_before, compose(diff(m_before, m_after), diff(m_after, last)));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, last);
}

TEST_P(ChangeSetLaws, ComposedWithItsInverseIsEmpty)
{
    const ChangeSet change = diff(m_before, m_after);
    EXPECT_TRUE(compose(change, inverse(change)).isEmpty());
}

TEST_P(ChangeSetLaws, EditsKeepTheInvariants)
{
    EXPECT_TRUE(structuralErrors(m_after).empty());
    EXPECT_TRUE(catalogue::containmentErrors(m_after, m_catalogue).empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ChangeSetLaws, testing::Range(1u, 41u));

TEST_P(ChangeSetLaws, ATransactionWritesDownWhatDiffWouldFind)
{
    Transaction transaction(m_before);
    for (const Change<Block>& change : diff(m_before, m_after).blocks)
        change.after ? transaction.put(*change.after) : transaction.remove(change.id());
    for (const Connection& same : m_before.connections) transaction.put(same);
    transaction.remove(BlockId("nobody"));
    transaction.put(m_before.settings());
    const ChangeSet written = transaction.finish({"edit.move"});
    const ChangeSet found = diff(m_before, transaction.document());
    ASSERT_EQ(written.blocks.size(), found.blocks.size());
    for (std::size_t i = 0; i < found.blocks.size(); ++i) {
        EXPECT_EQ(written.blocks[i].id(), found.blocks[i].id());
        EXPECT_EQ(written.blocks[i].before, found.blocks[i].before);
        EXPECT_EQ(written.blocks[i].after, found.blocks[i].after);
    }
    EXPECT_TRUE(written.connections.empty()) << "put back as it was is no change";
    EXPECT_FALSE(written.settings.has_value());
    EXPECT_EQ(written.caption.id, "edit.move");
}

TEST(ChangeSet, IsRefusedOnAnotherVersionOfARecord)
{
    Transaction first{Document{}};
    first.put(Block{BlockId("a"), KindId("vpc"), "one", {}, {}});
    const Document document = first.document();
    Transaction rename(document);
    rename.put(Block{BlockId("a"), KindId("vpc"), "two", {}, {}});
    const ChangeSet change = rename.finish({});
    Transaction meanwhile(document);
    meanwhile.setProperty(BlockId("a"), "cidr", Value("10.0.0.0/16"));

    EXPECT_TRUE(apply(document, change));
    const auto refused = apply(meanwhile.document(), change);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "edit.stale");
}

TEST(ChangeSet, NothingDoneIsEmpty)
{
    Transaction transaction{Document{}};
    transaction.put(Block{BlockId("a"), KindId("vpc"), "one", {}, {}});
    transaction.remove(BlockId("a"));
    EXPECT_TRUE(transaction.finish({}).isEmpty());
}

TEST(ChangeSet, PlacementsAloneAreLayoutOnly)
{
    Transaction transaction{Document{}};
    transaction.put(Placement{PlacementId("a"), {1, 2, 3, 4}, {}, false});
    const ChangeSet change = transaction.finish({});
    EXPECT_TRUE(change.isLayoutOnly());
    EXPECT_FALSE(change.isEmpty());
}

}  // namespace
}  // namespace lintel::model::edit
