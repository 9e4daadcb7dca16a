// Exporting into a folder again and again, on disk.
#include "exporters/terraform/folder/sha256.h"
#include "exporters/terraform/folder/terraform_folder.h"

#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/exported_design.h"
#include "tests/exporters/terraform/formatting.h"
#include "tests/exporters/terraform/terraform_check.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>
#include <sstream>

#include <unistd.h>

namespace lintel::exporters::terraform::folder {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

model::Document design(const std::string& serverName = "api", bool withServer = true, const char* range = "10.0.1.0/24")
{
    model::edit::Transaction draw{support::DesignBuilder()
                                      .block("net", "vpc", "", {{"cidr", "10.0.0.0/16"}})
                                      .block("az", "availability-zone", "net", {{"zone", "a"}})
                                      .block("app", "subnet", "az", {{"cidr", range}})
                                      .build()};
    if (withServer) {
        draw.put(model::Block{model::BlockId("server"),
                              model::KindId("ec2-instance"),
                              serverName,
                              model::BlockId("app"),
                              {{"type", "t3.micro"}}});
        draw.put(model::Block{model::BlockId("job"), model::KindId("spring"), "batch", model::BlockId("server"), {}});
    }
    return draw.document();
}

class FolderExport : public testing::Test {
protected:
    FolderExport() : m_folder(fs::temp_directory_path() / ("lintel-folder-" + std::to_string(::getpid())))
    {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    ~FolderExport() override
    {
        fs::permissions(m_folder, fs::perms::owner_all);
        fs::remove_all(m_folder);
    }

    Plan plan(const model::Document& document) const
    {
        auto made = planTerraform(m_folder, document, model::embedded::catalogue(), model::embedded::messages(),
                                  model::text::Language::English);
        EXPECT_TRUE(made);
        return made ? *std::move(made) : Plan();
    }
    Plan exported(const model::Document& document) const
    {
        Plan made = plan(document);
        EXPECT_TRUE(carryOut(made, m_folder));
        return made;
    }
    std::string read(const std::string& path) const
    {
        std::ostringstream bytes;
        bytes << std::ifstream(m_folder / path, std::ios::binary).rdbuf();
        return bytes.str();
    }
    void write(const std::string& path, const std::string& bytes) const
    {
        std::ofstream(m_folder / path, std::ios::binary) << bytes;
    }
    std::map<std::string, std::string> everything() const
    {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder)) {
            if (entry.is_regular_file())
                all[fs::relative(entry.path(), m_folder).generic_string()] =
                    read(fs::relative(entry.path(), m_folder).generic_string());
        }
        return all;
    }

    fs::path m_folder;
};

TEST(Sha256, IsTheStandards)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(std::string(1000, 'a')), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

TEST(ManifestText, IsReadBackWithoutLoss)
{
    Manifest manifest;
    manifest.files["a.tf"] = {"1", "2"};
    manifest.parts["a.tf"] = {{"resource \"aws_vpc\" \"a\" {", "0f"}, {"", "1e"}};
    manifest.resources = {{"aws_vpc.main", "net", "aws_vpc|*"}, {"aws_iam_role.shared", "", "aws_iam_role|shared"}};
    manifest.moves["aws_vpc.old"] = "aws_vpc.main";
    manifest.project = "shop";
    EXPECT_EQ(Manifest::from(manifest.text()), manifest);
    EXPECT_FALSE(Manifest::from("lintel-terraform 2\n"));
    EXPECT_FALSE(Manifest::from("lintel-terraform 1\nfile 1 ../../etc/passwd\n")) << "leads out of the folder";
    EXPECT_FALSE(Manifest::from("lintel-terraform 1\nmoved aws_x.a\" }\n"));
    EXPECT_FALSE(Manifest::from("lintel-terraform 1\nproject \"}\n"));
}

TEST_F(FolderExport, ChangesNothingTheSecondTime)
{
    exported(design());
    const auto before = everything();
    const Plan again = plan(design());
    EXPECT_THAT(again.writes, IsEmpty());
    EXPECT_THAT(again.deletions, IsEmpty());
    ASSERT_TRUE(carryOut(again, m_folder));
    EXPECT_EQ(everything(), before);
    EXPECT_FALSE(fs::exists(m_folder / ".lintel-staging"));
}

TEST_F(FolderExport, KeepsHandWrittenFilesByteForByte)
{
    write("backend.tf", "terraform {\r\n}\n\n");
    exported(design());
    exported(design("web"));
    EXPECT_EQ(read("backend.tf"), "terraform {\r\n}\n\n");
}

TEST_F(FolderExport, KeepsEditsAndTakesInTheDesign)
{
    exported(design());
    const std::string edited = std::regex_replace(read("compute.tf"), std::regex("t3\\.micro"), "t3.large") +
                               "\n# Mine\nresource \"aws_eip\" \"mine\" {\n}\n";
    write("compute.tf", edited);
    write("README.md", read("README.md") + "\n## Contacts\n\nAsk the platform team.\n");
    // Nothing of the design changed: both files stay as they are.
    const Plan same = exported(design());
    EXPECT_THAT(same.edited, IsEmpty());
    EXPECT_THAT(same.writes, IsEmpty());
    EXPECT_EQ(read("compute.tf"), edited);
    // The design gives the subnet another range, in another file.
    const Plan again = exported(design("api", true, "10.0.9.0/24"));
    EXPECT_THAT(again.edited, IsEmpty());
    EXPECT_THAT(read("network.tf"), HasSubstr(", 8, 9)"));
    EXPECT_EQ(read("compute.tf"), edited);
    EXPECT_THAT(read("README.md"), HasSubstr("Ask the platform team."));
}

TEST_F(FolderExport, MergesIntoAFileThatSomebodyEdited)
{
    exported(design());
    write("network.tf", read("network.tf") + "\n# Mine\nresource \"aws_vpc_dhcp_options\" \"mine\" {\n}\n");
    const Plan again = exported(design("api", true, "10.0.9.0/24"));
    EXPECT_THAT(again.merged, ElementsAre("network.tf"));
    EXPECT_THAT(read("network.tf"), HasSubstr(", 8, 9)"));
    EXPECT_THAT(read("network.tf"), HasSubstr("# Mine\n"));
    EXPECT_THAT(plan(design("api", true, "10.0.9.0/24")).writes, IsEmpty());
}

TEST_F(FolderExport, ReportsWhatBothChanged)
{
    exported(design());
    write("network.tf", std::regex_replace(read("network.tf"), std::regex(", 8, 1\\)"), ", 8, 7)"));
    const Plan again = plan(design("api", true, "10.0.9.0/24"));
    ASSERT_THAT(again.edited, SizeIs(1));
    EXPECT_EQ(again.edited.front().path, "network.tf");
    EXPECT_THAT(again.edited.front().difference,
                AllOf(HasSubstr("cidrsubnet(aws_vpc.net.cidr_block, 8, 7)\n"),
                      HasSubstr("cidrsubnet(aws_vpc.net.cidr_block, 8, 9)\n"), Not(HasSubstr("resource \"aws_vpc\""))));
    // Forced: the export's.
    ASSERT_TRUE(carryOut(again, m_folder));
    EXPECT_THAT(read("network.tf"), HasSubstr(", 8, 9)"));
}

TEST_F(FolderExport, TakesACheckoutOnWindowsForItsOwn)
{
    exported(design());
    write("network.tf", std::regex_replace(read("network.tf"), std::regex("\n"), "\r\n"));
    EXPECT_THAT(exported(design("api", true, "10.0.9.0/24")).edited, IsEmpty());
    EXPECT_THAT(read("network.tf"), HasSubstr(", 8, 9)"));
}

TEST_F(FolderExport, SeesSomebodyElsesFileInItsPlace)
{
    write("network.tf", "# mine\n");
    EXPECT_THAT(plan(design()).edited, SizeIs(1));
}

TEST_F(FolderExport, DeletesOnlyWhatItMade)
{
    exported(design());
    ASSERT_TRUE(fs::exists(m_folder / "compute.tf"));
    write("user_data/mine.sh", "x");
    exported(design("api", false));
    EXPECT_FALSE(fs::exists(m_folder / "compute.tf"));
    EXPECT_FALSE(fs::exists(m_folder / "user_data/server.sh"));
    EXPECT_EQ(read("user_data/mine.sh"), "x");
}

TEST_F(FolderExport, KeepsAnEditedFileThatItNoLongerWrites)
{
    exported(design());
    write("compute.tf", "# mine\n");
    const Plan again = exported(design("api", false));
    EXPECT_THAT(again.kept, ElementsAre("compute.tf"));
    EXPECT_EQ(read("compute.tf"), "# mine\n");
}

TEST_F(FolderExport, LeavesFilledInScriptsAlone)
{
    exported(design());
    write("user_data/server.sh", "#!/bin/bash\ninstall batch\n");
    const Plan again = exported(design("web"));
    EXPECT_THAT(again.edited, IsEmpty());
    EXPECT_EQ(read("user_data/server.sh"), "#!/bin/bash\ninstall batch\n");
    exported(design());
    EXPECT_EQ(read("user_data/server.sh"), "#!/bin/bash\ninstall batch\n");
}

TEST_F(FolderExport, LeavesTheOldStateWhenItCannotWrite)
{
    exported(design());
    const auto before = everything();
    // A folder stands where a file must go, deep in the list of writes.
    Plan next = plan(design("web"));
    next.writes.push_back({"blocked/file.tf", "x"});
    write("blocked", "a file where a folder must be");
    auto withBlocker = before;
    withBlocker["blocked"] = "a file where a folder must be";
    EXPECT_FALSE(carryOut(next, m_folder));
    EXPECT_EQ(everything(), withBlocker);
}

TEST_F(FolderExport, KnowsItsOwnFilesAfterAKilledExport)
{
    exported(design());
    const Manifest before = *readManifest(m_folder);
    const Plan next = plan(design("web"));
    // What a process leaves that died between two renames: both digests in the manifest, one file new.
    Manifest both = next.manifest;
    for (const auto& [path, digests] : before.files) both.files[path].insert(digests.begin(), digests.end());
    both.resources = before.resources;
    write(kManifestName, both.text());
    write(next.writes.front().path, next.writes.front().bytes);
    const Plan again = plan(design("web"));
    EXPECT_THAT(again.edited, IsEmpty());
    ASSERT_TRUE(carryOut(again, m_folder));
    EXPECT_EQ(readManifest(m_folder)->files.at("compute.tf").size(), 1U);
    EXPECT_THAT(read("compute.tf"), HasSubstr("\"web\""));
}

TEST_F(FolderExport, MovesWhatIsCalledOtherwiseNow)
{
    exported(design("api"));
    exported(design("web"));
    const std::string moved = read("moved.tf");
    EXPECT_THAT(moved, HasSubstr("moved {\n  from = aws_instance.api\n  to   = aws_instance.web\n}\n"));
    EXPECT_THAT(test::formattingProblems(moved), IsEmpty());
    // Twice renamed: both steps stay, for environments that have seen neither.
    exported(design("front"));
    EXPECT_THAT(read("moved.tf"), HasSubstr("from = aws_instance.api"));
    EXPECT_THAT(read("moved.tf"), HasSubstr("to   = aws_instance.front"));
    // Back to the first name: nothing may have moved away from what exists.
    exported(design("api"));
    EXPECT_THAT(read("moved.tf"), Not(HasSubstr("from = aws_instance.api")));
    // Gone: nothing is left to move to.
    exported(design("api", false));
    EXPECT_FALSE(fs::exists(m_folder / "moved.tf"));
}

/// Every name in AWS begins with it: another one would replace everything.
TEST_F(FolderExport, KeepsTheProjectNameOfTheFirstExport)
{
    const auto titled = [](const char* title) {
        model::edit::Transaction draw{design()};
        model::Settings settings = draw.document().settings();
        settings.title = title;
        draw.put(std::move(settings));
        return draw.document();
    };
    exported(titled("Shop"));
    EXPECT_THAT(read("variables.tf"), HasSubstr("\"shop\""));
    exported(titled("Better shop"));
    EXPECT_THAT(read("variables.tf"), HasSubstr("\"shop\""));
    EXPECT_THAT(read("README.md"), HasSubstr("Better shop"));
    EXPECT_THAT(exported(titled("Better shop")).writes, IsEmpty());
}

TEST_F(FolderExport, DoesNotRenameInAwsWhatHasAnotherName)
{
    const auto withBucket = [](const char* name) {
        model::edit::Transaction draw{model::Document{}};
        draw.put(model::Block{model::BlockId("files"), model::KindId("s3-bucket"), name, {}, {}});
        return draw.document();
    };
    const auto nameLine = [](const std::string& block) {
        return block.substr(block.find("  bucket ="),
                            block.find('\n', block.find("  bucket =")) - block.find("  bucket ="));
    };
    EXPECT_EQ(nameLine(test::blockOf(test::exported(withBucket("uploads")), "aws_s3_bucket.uploads")),
              nameLine(test::blockOf(test::exported(withBucket("pictures")), "aws_s3_bucket.pictures")));
}

/// Applies what is exported first, exports again, and plans that on the state of the first.
class RenamedDesign : public FolderExport {
protected:
    static void SetUpTestSuite()
    {
        if (!test::terraformCheck())
            std::cerr << "TERRAFORM IS NOT CHECKED: install `terraform` and the offline check.\n";
    }
    void expectNoDestroy(const model::Document& before, const model::Document& now)
    {
        const auto program = test::terraformCheck();
        if (!program) GTEST_SKIP() << "TERRAFORM IS NOT CHECKED: install `terraform` and the offline check.";
        exported(before);
        const auto first = everything();
        exported(now);
        const auto second = everything();
        const auto plan = test::planOnTopOf(*program, test::Files(first.begin(), first.end()),
                                            test::Files(second.begin(), second.end()));
        ASSERT_EQ(plan.code, 0) << plan.output;
        int resources = 0;
        const nlohmann::json planned = nlohmann::json::parse(plan.output);
        for (const auto& change : planned["resource_changes"]) {
            if (change["mode"] != "managed") continue;
            ++resources;
            for (const auto& action : change["change"]["actions"])
                EXPECT_TRUE(action == "no-op" || action == "update") << change["address"] << " " << action;
        }
        EXPECT_GT(resources, 0);
    }
};

TEST_F(RenamedDesign, PlansNoDestroy) { expectNoDestroy(design("api"), design("web")); }

TEST_F(RenamedDesign, PlansNoDestroyWhenATemplatesBlocksAreAllCalledOtherwise)
{
    const model::Document before = test::templateNamed("three-tier");
    model::edit::Transaction draw{before};
    for (model::Block block : before.blocks) {
        block.name = "renamed " + block.id.text();
        draw.put(std::move(block));
    }
    expectNoDestroy(before, draw.document());
}

/// Two subnets and two endpoints, alike or with something of their own.
model::Document zones(bool alike)
{
    support::DesignBuilder draw;
    draw.block("net", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("guard", "security-group", "net", {{"inbound", support::rows({})}})
        .block("az-a", "availability-zone", "net", {{"zone", "a"}})
        .block("az-c", "availability-zone", "net", {{"zone", "c"}})
        .block("app-a", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}})
        .block("app-c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}, {"auto-assign-public-ip", !alike}});
    for (const char* service : {"logs", "ecr.api"})
        draw.block(std::string("to-") + service, "vpc-endpoint-interface", "net",
                   {{"service", service},
                    {"private-dns", alike || service == std::string("logs")},
                    {"subnets", support::ids({"app-a", "app-c"})},
                    {"security-groups", support::ids({"guard"})}});
    return draw.build();
}

TEST_F(RenamedDesign, PlansNoDestroyWhenBlocksBecomeAlike) { expectNoDestroy(zones(false), zones(true)); }

TEST_F(RenamedDesign, PlansNoDestroyWhenBlocksBecomeDifferent) { expectNoDestroy(zones(true), zones(false)); }

TEST(Difference, ShowsWhatChangedWithItsSurroundings)
{
    EXPECT_EQ(differenceOf("a\nb\nc\n", "a\nB\nc\n"), " a\n-b\n+B\n c\n");
    EXPECT_EQ(differenceOf("same\n", "same\n"), "");
    EXPECT_EQ(differenceOf("", "new\n"), "+new\n");
}

}  // namespace
}  // namespace lintel::exporters::terraform::folder
