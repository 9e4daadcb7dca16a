#include "model/document/invariants.h"

#include "model/edit/transaction.h"

#include <gtest/gtest.h>

namespace lintel::model {
namespace {

Block block(const char* id, const char* parent = "") { return {BlockId(id), KindId("vpc"), "", BlockId(parent), {}}; }

std::vector<std::string> errorsOf(const edit::Transaction& transaction)
{
    std::vector<std::string> ids;
    for (const Error& error : structuralErrors(transaction.document())) ids.push_back(error.message.id);
    return ids;
}

TEST(Invariants, ASoundDesignHasNoErrors)
{
    edit::Transaction draft{Document{}};
    draft.put(block("a"));
    draft.put(block("b", "a"));
    draft.put(Connection{.id = ConnectionId("c"), .from = BlockId("a"), .to = BlockId("b")});
    EXPECT_TRUE(errorsOf(draft).empty());
}

TEST(Invariants, EachViolationIsNamed)
{
    edit::Transaction draft{Document{}};
    draft.put(block("a", "b"));
    draft.put(block("b", "a"));
    draft.put(block("c", "nowhere"));
    draft.put(Connection{.id = ConnectionId("a"), .from = BlockId("c"), .to = BlockId("gone")});
    draft.put(Placement{PlacementId("ghost"), {}, {}, false});
    EXPECT_EQ(errorsOf(draft), (std::vector<std::string>{"document.unknown-parent", "document.parent-cycle",
                                                         "document.dangling-connection", "document.duplicate-id",
                                                         "document.orphan-placement"}));
}

}  // namespace
}  // namespace lintel::model
