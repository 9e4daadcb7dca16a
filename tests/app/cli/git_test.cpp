// The drivers through real git, in repositories of temporary folders, with the program itself.

#include "tests/app/cli/command_line.h"

#include <algorithm>
#include <cstdio>

namespace lintel::test {

namespace {

constexpr const char* kBase = R"(lintel: 1
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  web: {kind: s3-bucket, name: 웹}
)";

class GitTest : public CommandLineTest {
protected:
    GitTest()
    {
        // No settings of who runs the tests.
        ::setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
        ::setenv("GIT_CONFIG_SYSTEM", "/dev/null", 1);
        for (const char* role : {"AUTHOR", "COMMITTER"}) {
            ::setenv(("GIT_" + std::string(role) + "_NAME").c_str(), "Tester", 1);
            ::setenv(("GIT_" + std::string(role) + "_EMAIL").c_str(), "tester@example.com", 1);
        }
        run("git init -q -b main");
        write("shop.lintel.yaml", kBase);
        commit("base");
    }

    // Runs a command line in the repository.
    Outcome run(const std::string& command)
    {
        std::FILE* pipe = ::popen(("cd '" + folder().string() + "' && { " + command + "; } 2>&1").c_str(), "r");
        Outcome outcome;
        char buffer[4096];
        for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
            outcome.out.append(buffer, count);
        outcome.code = ::pclose(pipe) == 0 ? 0 : 1;
        return outcome;
    }

    void commit(const std::string& message)
    {
        const Outcome outcome = run("git add -A && git commit -q -m '" + message + "'");
        ASSERT_EQ(outcome.code, 0) << outcome.out;
    }

    void setUpDrivers()
    {
        const Outcome outcome = run(LINTEL_PROGRAM " git setup --yes");
        ASSERT_EQ(outcome.code, 0) << outcome.out;
        commit("drivers");
    }

    void branchWith(const std::string& branch, const std::string& from, const std::string& to)
    {
        run("git checkout -q -b " + branch + " main");
        edit(from, to);
        commit(branch);
        run("git checkout -q main");
    }

    void edit(const std::string& from, const std::string& to)
    {
        std::string text = read("shop.lintel.yaml");
        write("shop.lintel.yaml", text.replace(text.find(from), from.size(), to));
    }
};

}  // namespace

TEST_F(GitTest, MergeGoesByMeaningWhereLinesConflict)
{
    branchWith("theirs", "name: 웹", "name: 웹, versioning: true");
    edit("name: 웹", "name: 누리집");
    commit("ours");
    EXPECT_EQ(run("git merge -q theirs").code, 1) << "lines are expected to conflict";
    run("git merge --abort");

    setUpDrivers();
    const Outcome merged = run("git merge -q --no-edit theirs");
    EXPECT_EQ(merged.code, 0) << merged.out;
    EXPECT_NE(read("shop.lintel.yaml").find("name: 누리집"), std::string::npos);
    EXPECT_NE(read("shop.lintel.yaml").find("versioning: true"), std::string::npos);
}

TEST_F(GitTest, AConflictLeavesADesignThatOpens)
{
    setUpDrivers();
    branchWith("theirs", "name: 웹", "name: 저희");
    edit("name: 웹", "name: 우리");
    commit("ours");
    const Outcome merged = run("git merge --no-edit theirs");
    EXPECT_EQ(merged.code, 1);
    EXPECT_NE(merged.out.find("shop.lintel.yaml: Conflict: \"name\" of web"), std::string::npos) << merged.out;
    EXPECT_NE(run("git status --short").out.find("UU shop.lintel.yaml"), std::string::npos);
    EXPECT_EQ(lintel({"check", path("shop.lintel.yaml")}).code, 0);
}

TEST_F(GitTest, RebaseUsesTheDriverToo)
{
    setUpDrivers();
    branchWith("topic", "name: 웹", "name: 웹, versioning: true");
    edit("name: 웹", "name: 누리집");
    commit("ours");
    const Outcome rebased = run("git checkout -q topic && git rebase -q main");
    EXPECT_EQ(rebased.code, 0) << rebased.out;
    EXPECT_NE(read("shop.lintel.yaml").find("name: 누리집"), std::string::npos);
    EXPECT_NE(read("shop.lintel.yaml").find("versioning: true"), std::string::npos);
}

TEST_F(GitTest, DiffTellsMeaning)
{
    setUpDrivers();
    edit("name: 웹", "name: 누리집");
    const Outcome diff = run("git diff");
    EXPECT_EQ(diff.code, 0) << diff.out;
    EXPECT_NE(diff.out.find("name: 웹 → 누리집"), std::string::npos) << diff.out;
    write("second.lintel.yaml", kBase);
    run("git add -A");
    const Outcome added = run("git diff --cached -- second.lintel.yaml");
    EXPECT_EQ(added.code, 0) << added.out;
    EXPECT_NE(added.out.find("VPC (vpc)"), std::string::npos) << added.out;
    // What is no design any more is said, and git goes on.
    write("shop.lintel.yaml", "lintel: 2\n");
    EXPECT_EQ(run("git diff").code, 0);
}

TEST_F(GitTest, SetupAsksFirstAndCanBeTakenBack)
{
    write(".gitattributes", "*.png binary\n");
    const Outcome refused = run("echo n | " LINTEL_PROGRAM " git setup");
    EXPECT_EQ(refused.code, 0);
    EXPECT_NE(refused.out.find("merge.lintel.driver"), std::string::npos) << refused.out;
    EXPECT_EQ(read(".gitattributes"), "*.png binary\n");
    EXPECT_EQ(run("git config merge.lintel.driver").code, 1);

    EXPECT_EQ(run("echo y | " LINTEL_PROGRAM " git setup").code, 0);
    EXPECT_EQ(run(LINTEL_PROGRAM " git setup --yes").code, 0);
    EXPECT_EQ(read(".gitattributes"), "*.png binary\n*.lintel.yaml diff=lintel merge=lintel\n");
    EXPECT_EQ(run("git config merge.lintel.driver").code, 0);

    EXPECT_EQ(run(LINTEL_PROGRAM " git setup --undo --yes").code, 0);
    EXPECT_EQ(read(".gitattributes"), "*.png binary\n");
    EXPECT_EQ(run("git config merge.lintel.driver").code, 1);
    EXPECT_EQ(run("git config diff.lintel.command").code, 1);
}

TEST_F(GitTest, SetupOutsideARepositorySaysSo)
{
    const Outcome outcome = run("cd / && " LINTEL_PROGRAM " git setup --yes");
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.out.find("no git repository"), std::string::npos) << outcome.out;
}

}  // namespace lintel::test
