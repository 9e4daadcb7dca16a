// new, layout, fmt: what writes designs.

#include "tests/app/cli/command_line.h"

#include "model/embedded/embedded.h"

namespace lintel::test {

TEST_F(CommandLineTest, NewWritesTheTemplateAsItIs)
{
    for (const model::embedded::Template& design : model::embedded::templates()) {
        fromTemplate(design.name);
        EXPECT_EQ(read(design.name + ".lintel.yaml"), design.text);
        EXPECT_EQ(lintel({"new", "--template", design.name, "-o", "-"}).out, design.text);
    }
}

TEST_F(CommandLineTest, NewWithoutATemplateIsADesignThatOpens)
{
    const std::string file = path("empty.lintel.yaml");
    ASSERT_EQ(lintel({"new", "-o", file}).code, 0);
    EXPECT_EQ(lintel({"check", file}).code, 0);
    EXPECT_EQ(lintel({"export", file, "-t", "svg"}).code, 0);
}

TEST_F(CommandLineTest, NewKeepsAFileThatIsThere)
{
    const std::string file = write("mine.lintel.yaml", "mine");
    const Outcome outcome = lintel({"new", "-o", file});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("--force"), std::string::npos);
    EXPECT_EQ(read("mine.lintel.yaml"), "mine");
    EXPECT_EQ(lintel({"new", "-o", file, "--force"}).code, 0);
    EXPECT_NE(read("mine.lintel.yaml"), "mine");
}

TEST_F(CommandLineTest, NewWithAnUnknownTemplateSaysWhereTheListIs)
{
    const Outcome outcome = lintel({"new", "--template", "cathedral", "-o", path("x.lintel.yaml")});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("lintel templates"), std::string::npos);
    EXPECT_TRUE(files().empty());
}

TEST_F(CommandLineTest, LayoutPlacesAndSettles)
{
    const std::string file = fromTemplate("three-tier");
    ASSERT_EQ(lintel({"layout", file}).code, 0);
    const std::string once = read("three-tier.lintel.yaml");
    EXPECT_NE(once.find("\nlayout:\n"), std::string::npos);
    ASSERT_EQ(lintel({"layout", file}).code, 0);
    EXPECT_EQ(read("three-tier.lintel.yaml"), once);
    ASSERT_EQ(lintel({"layout", "--new", file}).code, 0);
    EXPECT_EQ(read("three-tier.lintel.yaml"), once);
}

TEST_F(CommandLineTest, LayoutReadsAndWritesStreams)
{
    const std::string text = lintel({"new", "--template", "one-server", "-o", "-"}).out;
    const Outcome outcome = lintel({"layout", "-"}, text);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.out.rfind(text, 0), 0U);
    EXPECT_NE(outcome.out.find("\nlayout:\n"), std::string::npos);
}

TEST_F(CommandLineTest, LayoutOfNewBlocksLeavesTheOthersWhereTheyAre)
{
    const std::string file = write("a.lintel.yaml", R"(lintel: 1
blocks:
  old: {kind: users}
  fresh: {kind: internet}
layout:
  old: [1000, 700, 112, 88]
)");
    ASSERT_EQ(lintel({"layout", "--new", file}).code, 0);
    EXPECT_NE(read("a.lintel.yaml").find("old: [1000, 700, 112, 88]"), std::string::npos);
    EXPECT_NE(read("a.lintel.yaml").find("  fresh: ["), std::string::npos);
}

TEST_F(CommandLineTest, FmtBringsAFileIntoShapeAndKeepsComments)
{
    const std::string file =
        write("a.lintel.yaml", "lintel:   1\nblocks:\n    people:   {kind: users,   name: '손님'}  # 고객\n");
    const Outcome check = lintel({"fmt", "--check", file});
    EXPECT_EQ(check.code, 1);
    EXPECT_EQ(check.out, file + "\n");
    const std::string before = read("a.lintel.yaml");
    EXPECT_NE(before.find("lintel:   1"), std::string::npos);

    EXPECT_EQ(lintel({"fmt", file}).code, 0);
    EXPECT_NE(read("a.lintel.yaml"), before);
    EXPECT_NE(read("a.lintel.yaml").find("# 고객"), std::string::npos);
    EXPECT_EQ(lintel({"fmt", "--check", file}).code, 0);
    EXPECT_EQ(lintel({"fmt", "-"}, before).out, read("a.lintel.yaml"));
}

TEST_F(CommandLineTest, FmtGoesOnAfterAFileItCannotRead)
{
    const std::string bad = write("bad.lintel.yaml", "lintel: 2\n");
    const std::string good = write("good.lintel.yaml", "lintel:    1\nblocks: {}\n");
    EXPECT_EQ(lintel({"fmt", bad, good}).code, 2);
    EXPECT_EQ(lintel({"fmt", "--check", good}).code, 0);
    EXPECT_EQ(read("bad.lintel.yaml"), "lintel: 2\n");
}

}  // namespace lintel::test
