#include "model/document/document.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

#include <gtest/gtest.h>

namespace lintel::model {
namespace {

Document nested()
{
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("vpc"), KindId("vpc"), "", {}, {}});
    draft.put(Block{BlockId("az"), KindId("availability-zone"), "", BlockId("vpc"), {}});
    draft.put(Block{BlockId("s1"), KindId("subnet"), "", BlockId("az"), {}});
    draft.put(Block{BlockId("s2"), KindId("subnet"), "", BlockId("vpc"), {}});
    return draft.document();
}

TEST(Document, VersionsShareRowsAndCompareByMeaning)
{
    const Document a = nested();
    edit::Transaction draft(a);
    draft.put(Placement{PlacementId("vpc"), {0, 0, 10, 10}, {}, false});
    const Document b = draft.document();
    EXPECT_FALSE(a == b);
    EXPECT_TRUE(sameMeaning(a, b));
    EXPECT_EQ(a.blocks.find(BlockId("vpc")), b.blocks.find(BlockId("vpc")));
}

TEST(Document, FreeIdIsLegalAndFree)
{
    const Document document = nested();
    EXPECT_EQ(freeId(document, "Main Server A!", "x"), "main-server-a");
    EXPECT_EQ(freeId(document, "vpc", "x"), "vpc-2");
    EXPECT_EQ(freeId(document, "메인 서버", "ec2-instance"), "ec2-instance");
}

TEST(Containment, AnswersTreeQuestions)
{
    const Containment tree(nested());
    EXPECT_EQ(tree.ancestors(BlockId("s1")), (std::vector<BlockId>{BlockId("az"), BlockId("vpc")}));
    EXPECT_EQ(tree.descendants(BlockId("vpc")), (std::vector<BlockId>{BlockId("az"), BlockId("s1"), BlockId("s2")}));
    EXPECT_EQ(tree.nearestCommon(BlockId("s1"), BlockId("s2")), BlockId("vpc"));
    EXPECT_TRUE(tree.holds(BlockId("vpc"), BlockId("s1")));
    EXPECT_FALSE(tree.holds(BlockId("s1"), BlockId("s1")));
}

TEST(Value, TellsTypesApart)
{
    EXPECT_FALSE(Value(8080) == Value("8080"));
    EXPECT_EQ(Value(8080).scalarText(), "8080");
    const Value rule(Value::Map{{"source", Value("0.0.0.0/0")}, {"ports", Value(22)}});
    EXPECT_EQ(rule["source"].toString(), "0.0.0.0/0");
    EXPECT_TRUE(rule["none"].isNull());
    EXPECT_EQ(Value("text").toInteger(7), 7);
}

}  // namespace
}  // namespace lintel::model
