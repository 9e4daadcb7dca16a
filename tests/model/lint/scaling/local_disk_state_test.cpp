#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;
using support::twoServers;

TEST(LocalDiskState, FindsFilesOnTheDisksOfTwoServers)
{
    const auto document = twoServers({{"file-storage", "local-disk"}}).build();
    const auto found = findingsOf(document, "local-disk-state");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "bucket");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_TRUE(fixed->blocks.contains(model::BlockId("uploads")));
}

TEST(LocalDiskState, TakesTheUploadBucketThatIsThere)
{
    auto draft = twoServers({{"file-storage", "local-disk"}}).block("files", "s3-bucket", "", {{"purpose", "upload"}});
    const auto document = draft.connect("api-a", "files", "443").build();
    const auto found = findingsOf(document, "local-disk-state");
    ASSERT_EQ(found.size(), 1u);
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.size(), document.blocks.size() + 1) << "the endpoint of a VPC that nothing leads out of";
    EXPECT_EQ(fixed->connections.size(), document.connections.size() + 1);
}

TEST(LocalDiskState, IsSilentForSharedFilesForOneServerAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(twoServers({{"file-storage", "s3"}}).build(), "local-disk-state").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "local-disk-state").empty());
    EXPECT_TRUE(
        findingsOf(scalingGroup({{"file-storage", "local-disk"}, {"max", 1}}).build(), "local-disk-state").empty());
    auto mounted =
        twoServers({{"file-storage", "local-disk"}}).block("efs", "efs", "vpc").connect("api-a", "efs", "2049");
    EXPECT_TRUE(findingsOf(mounted.build(), "local-disk-state").empty());
}

}  // namespace
}  // namespace lintel
