#include "exporters/terraform/hcl/block.h"
#include "exporters/terraform/hcl/references.h"
#include "tests/exporters/terraform/formatting.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform::hcl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Quoted, LeavesPlainTextAndHangulAlone)
{
    EXPECT_EQ(quoted("main 서버"), "\"main 서버\"");
    EXPECT_EQ(quoted("5 $ and 3 %"), "\"5 $ and 3 %\"");
}

TEST(Quoted, EscapesWhatWouldEndTheStringOrStartATemplate)
{
    EXPECT_EQ(quoted("a\"b\\c"), R"("a\"b\\c")");
    EXPECT_EQ(quoted("${var.x}"), R"("$${var.x}")");
    EXPECT_EQ(quoted("%{ if true }"), R"("%%{ if true }")");
    EXPECT_EQ(quoted("a\nb\r\tc"), R"("a\nb\r\tc")");
}

TEST(Quoted, SpellsOutSignsThatTheScannerWouldPair)
{
    EXPECT_EQ(quoted("$${x}"), R"("\u0024$${x}")");
    EXPECT_EQ(quoted("%%%{x}"), R"("\u0025\u0025%%{x}")");
}

TEST(Quoted, SpellsOutControlAndDirectionMarks)
{
    EXPECT_EQ(quoted("a\x07"
                     "b"),
              R"("a\u0007b")");
    EXPECT_EQ(quoted("a\u202e"
                     "b"),
              R"("a\u202eb")");
    EXPECT_EQ(quoted(std::string_view("a\0b", 3)), R"("ab")");
}

TEST(Quoted, ReplacesBytesThatAreNotText)
{
    EXPECT_EQ(quoted("a\xff\xc0"
                     "b"),
              "\"a\uFFFD\uFFFDb\"");
}

TEST(BlockRendering, AlignsNeighboursAndSetsBlocksApart)
{
    Block block = Block::resource("aws_x", "main");
    block.comment("X: main\nnext")
        .set("a", "1")
        .set("longer", 2)
        .set("tags", Expression::object({{"Name", Expression::text("x")}, {"Longer", Expression::text("y")}}))
        .set("b", true)
        .add(Block("nested").set("c", "d"))
        .add(Block("empty"));
    EXPECT_EQ(block.render(), R"(# X: main next
resource "aws_x" "main" {
  a      = "1"
  longer = 2

  tags = {
    Name   = "x"
    Longer = "y"
  }

  b = true

  nested {
    c = "d"
  }

  empty {}
}
)");
    EXPECT_THAT(test::formattingProblems(block.render()), IsEmpty());
}

TEST(BlockRendering, BreaksLongListsAndQuotesStrangeKeys)
{
    const Expression list = Expression::texts({std::string(50, 'a'), std::string(50, 'b')});
    EXPECT_EQ(list.render(2), "[\n    \"" + std::string(50, 'a') + "\",\n    \"" + std::string(50, 'b') + "\",\n  ]");
    EXPECT_EQ(Expression::object({{"a b", Expression::number(1)}}).render(0), "{\n  \"a b\" = 1\n}");
}

TEST(FormattingCheck, SeesWhatTerraformFmtWouldChange)
{
    EXPECT_THAT(test::formattingProblems("a {\n  b = 1\n  cc = 2\n}\n"), SizeIs(1));
    EXPECT_THAT(test::formattingProblems("a {\n   b = 1\n}\n"), SizeIs(1));
    EXPECT_THAT(test::formattingProblems("a {\n  b = 1 \n}\n"), SizeIs(1));
    EXPECT_THAT(test::formattingProblems("a {\n  b = \"{\"\n}\n"), IsEmpty());
    EXPECT_THAT(test::formattingProblems("a {\n  b = \"${c.d}\"\n}\n"), SizeIs(1));
    EXPECT_THAT(test::formattingProblems("a {\n  b = \"${c.d}-${e.f}\"\n}\n"), IsEmpty());
    EXPECT_THAT(test::formattingProblems("a {\n\n\n  b = 1\n}\n"), SizeIs(1));
}

TEST(NameCheck, SeesWhatNothingDeclares)
{
    EXPECT_THAT(test::undeclaredNames("resource \"aws_vpc\" \"main\" {\n  cidr_block = var.cidr\n}\n"),
                ElementsAre("var.cidr"));
    EXPECT_THAT(test::undeclaredNames("x {\n  a = \"${aws_vpc.main.id}-b\"\n  b = \"aws_vpc.other.id\"\n}\n"),
                ElementsAre("aws_vpc.main"));
}

TEST(References, AreFoundInCodeAndTemplatesButNotInText)
{
    EXPECT_THAT(referencesIn("[aws_vpc.main.id, data.aws_ami.linux.id]"),
                ElementsAre("aws_vpc.main", "data.aws_ami.linux"));
    EXPECT_THAT(referencesIn("\"${aws_s3_bucket.logs.arn}/*\""), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(referencesIn("\"aws_vpc.main $${aws_vpc.other.id} \\\" aws_vpc.third\""), IsEmpty());
    EXPECT_THAT(referencesIn("{ for zone, subnet in aws_subnet.app : zone => subnet.id }"),
                ElementsAre("aws_subnet.app"));
    EXPECT_THAT(referencesIn("var.aws_region"), IsEmpty());
}

}  // namespace
}  // namespace lintel::exporters::terraform::hcl
