#include "tests/app/cli/command_line.h"

namespace lintel::test {

namespace {

constexpr const char* kBase = R"(lintel: 1
blocks:
  # 네트워크
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  web: {kind: s3-bucket, name: 웹}
  log: {kind: s3-bucket, name: 로그}
)";

std::string with(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

class MergeCommandTest : public CommandLineTest {
protected:
    Outcome merge(const std::string& ours, const std::string& theirs, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"merge", write("base.lintel.yaml", kBase), write("ours.lintel.yaml", ours),
                                           write("theirs.lintel.yaml", theirs)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return lintel(arguments);
    }
};

}  // namespace

TEST_F(MergeCommandTest, EditsOfOneLineGoTogether)
{
    const Outcome outcome = merge(with(kBase, "name: 웹}", "name: 누리집}"),
                                  with(kBase, "web: {kind: s3-bucket", "web: {kind: s3-bucket, versioning: true"));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    EXPECT_NE(outcome.out.find("name: 누리집"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("versioning: true"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("# 네트워크"), std::string::npos);
}

TEST_F(MergeCommandTest, CommentsOfBothSidesStay)
{
    const Outcome outcome =
        merge(with(kBase, "  vpc:", "  # 여기 것\n  vpc:"), with(kBase, "name: 로그}", "name: 로그}  # 저쪽 것"));
    EXPECT_EQ(outcome.code, 0);
    EXPECT_NE(outcome.out.find("# 여기 것"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("# 저쪽 것"), std::string::npos) << outcome.out;
}

TEST_F(MergeCommandTest, AConflictIsSaidAndTheResultOpens)
{
    const std::string result = path("result.lintel.yaml");
    const Outcome outcome = merge(with(kBase, "name: 웹", "name: 우리"), with(kBase, "name: 웹", "name: 저희"),
                                  {"-o", result, "--label", "가게.lintel.yaml"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(outcome.err.rfind("가게.lintel.yaml: Conflict: \"name\" of web", 0), 0U) << outcome.err;
    EXPECT_NE(read("result.lintel.yaml").find("name: 우리"), std::string::npos);
    EXPECT_NE(read("result.lintel.yaml").find("theirs: 저희"), std::string::npos) << "to be decided in the editor";
    EXPECT_EQ(lintel({"check", result, "--fail-on", "never"}).code, 0);
}

TEST_F(MergeCommandTest, WithoutABaseBothSidesAreAdded)
{
    const std::string empty = write("empty.lintel.yaml", "");
    const Outcome outcome = lintel({"merge", empty, write("a.lintel.yaml", "lintel: 1\nblocks:\n  a: {kind: users}\n"),
                                    write("b.lintel.yaml", "lintel: 1\nblocks:\n  b: {kind: users}\n")});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("  a: "), std::string::npos);
    EXPECT_NE(outcome.out.find("  b: "), std::string::npos);
}

TEST_F(MergeCommandTest, ASideThatCannotBeReadIsAnErrorAndNothingIsWritten)
{
    const Outcome outcome = merge(kBase, "lintel: 2\n", {"-o", path("result.lintel.yaml")});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_FALSE(std::filesystem::exists(path("result.lintel.yaml")));
}

}  // namespace lintel::test
