// What somebody changed in a file that Lintel wrote, and what the design changes beside it.
#include "exporters/terraform/folder/merge.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform::folder {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kPath = "network.tf";
constexpr const char* kBase =
    "# Written by Lintel\n\n# VPC: net\nresource \"aws_vpc\" \"net\" {\n  cidr = \"10.0.0.0/16\"\n}\n\n# Subnet: "
    "a\nresource \"aws_subnet\" \"a\" {\n  tags = {\n    Name = \"a\"\n  }\n}\n";

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Merge merge(const std::string& theirs, const std::string& ours)
{
    return merged(kPath, digestsOf(kPath, kBase), theirs, ours);
}

TEST(FileParts, AreBlocksWithTheirComments)
{
    const auto key = [](const char* text) { return Field(&FilePart::key, text); };
    EXPECT_THAT(partsOf(kPath, kBase), ElementsAre(key("# Written by Lintel"), key("resource \"aws_vpc\" \"net\" {"),
                                                   key("resource \"aws_subnet\" \"a\" {")));
    EXPECT_EQ(fileOf(kPath, partsOf(kPath, kBase)), kBase);
}

TEST(FileParts, DoNotEndInsideAHeredoc)
{
    const std::string text =
        "resource \"aws_iam_policy\" \"mine\" {\n  policy = <<EOF\n{\n}\n\nresource\nEOF\n}\n\nlocals {}\n";
    EXPECT_THAT(partsOf(kPath, text), SizeIs(2));
    EXPECT_EQ(fileOf(kPath, partsOf(kPath, text)), text);
}

TEST(FileParts, AreSectionsOfADocumentAndLinesOfTheRest)
{
    EXPECT_THAT(partsOf("README.md", "# Shop\n\nText\n\n```sh\n# no heading\n```\n\n## Inputs\n\n| a |\n"), SizeIs(2));
    EXPECT_THAT(partsOf("terraform.tfvars.example", "region = \"x\"\n\n# project = \"\"\n"), SizeIs(3));
}

TEST(FileMerge, TakesTheChangeOfEitherSide)
{
    const std::string theirs = with(kBase, "10.0.0.0/16", "10.9.0.0/16");
    const std::string ours = with(kBase, "Name = \"a\"", "Name = \"b\"");
    const Merge both = merge(theirs, ours);
    EXPECT_THAT(both.conflicts, IsEmpty());
    EXPECT_EQ(both.bytes, with(theirs, "Name = \"a\"", "Name = \"b\""));
    EXPECT_EQ(merge(kBase, ours).bytes, ours);
    EXPECT_EQ(merge(theirs, kBase).bytes, theirs);
    EXPECT_EQ(merge(theirs, theirs).bytes, theirs);
}

TEST(FileMerge, KeepsBlocksOfOthersWhereTheyStood)
{
    const std::string own = "\n# Mine\nresource \"aws_vpc\" \"mine\" {\n}\n";
    const std::string theirs = with(kBase, "16\"\n}\n", "16\"\n}\n" + own);
    const std::string ours =
        with(kBase, "# Subnet", "# Gateway: igw\nresource \"aws_internet_gateway\" \"igw\" {\n}\n\n# Subnet");
    EXPECT_EQ(merge(theirs, ours).bytes,
              with(with(kBase, "16\"\n}\n", "16\"\n}\n" + own), "# Subnet",
                   "# Gateway: igw\nresource \"aws_internet_gateway\" \"igw\" {\n}\n\n# Subnet"));
}

TEST(FileMerge, LeavesOutWhatEitherSideTookAway)
{
    const std::string without = std::string(kBase).substr(0, std::string(kBase).find("\n# Subnet"));
    EXPECT_EQ(merge(without, kBase).bytes, without);
    EXPECT_EQ(merge(kBase, without).bytes, without);
}

TEST(FileMerge, ReportsWhatBothChanged)
{
    const Merge both = merge(with(kBase, "10.0.0.0/16", "10.9.0.0/16"), with(kBase, "10.0.0.0/16", "10.1.0.0/16"));
    ASSERT_THAT(both.conflicts, SizeIs(1));
    EXPECT_EQ(both.conflicts.front().key, "resource \"aws_vpc\" \"net\" {");
    const std::string without = std::string(kBase).substr(0, std::string(kBase).find("\n# Subnet"));
    const std::string edited = with(kBase, "Name = \"a\"", "Name = \"mine\"");
    EXPECT_THAT(merge(edited, without).conflicts, SizeIs(1)) << "edited by hand, gone from the design";
    EXPECT_THAT(merge(without, edited).conflicts, SizeIs(1)) << "deleted by hand, changed in the design";
}

TEST(FileMerge, DoesNotMindTheLineEndsOfWindows)
{
    std::string windows;
    for (const char c : std::string(kBase)) windows += c == '\n' ? "\r\n" : std::string(1, c);
    EXPECT_EQ(merge(windows, kBase).bytes, kBase);
}

}  // namespace
}  // namespace lintel::exporters::terraform::folder
