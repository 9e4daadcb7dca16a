#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoZones;

DesignBuilder caller(model::Properties properties = {})
{
    auto design = twoZones().block("api", "ec2-instance", "app-a", std::move(properties)).block("bucket", "s3-bucket");
    return design.block("role", "iam-role").connect("api", "bucket", "443");
}

TEST(NoRole, FindsAServerThatCallsAwsWithoutOne)
{
    const auto document = caller().build();
    const auto found = findingsOf(document, "no-role");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"api"});
    support::expectFixes(document, found[0], "role");
}

TEST(NoRole, SoftwareCallsAsItsHost)
{
    auto draft = caller().block("app", "spring", "api").remove("api-bucket").connect("app", "bucket", "443");
    const auto found = findingsOf(draft.build(), "no-role");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"api"});
}

TEST(NoRole, IsSilentForARoleOnTheServerItsTemplateOrItsNodes)
{
    EXPECT_TRUE(findingsOf(caller({{"iam-role", "role"}}).build(), "no-role").empty());
    EXPECT_TRUE(findingsOf(caller().connect("role", "api", "", "attach").build(), "no-role").empty());
    auto scaled = caller({{"auto-scaling-group", "asg"}})
                      .block("asg", "auto-scaling-group", "vpc", {{"launch-template", "launch"}});
    EXPECT_TRUE(findingsOf(scaled.block("launch", "launch-template", "vpc", {{"iam-role", "role"}}).build(), "no-role")
                    .empty());
    auto pods = twoZones()
                    .block("eks", "eks-cluster", "vpc")
                    .block("nodes", "eks-node-group", "eks")
                    .block("api", "eks-workload", "nodes");
    pods.block("role", "iam-role")
        .block("queue", "sqs")
        .connect("api", "queue", "443")
        .connect("role", "nodes", "", "attach");
    EXPECT_TRUE(findingsOf(pods.build(), "no-role").empty());
}

TEST(NoRole, IsSilentWhereNoRoleIsDrawnAtAll)
{
    EXPECT_TRUE(findingsOf(caller().remove("role").build(), "no-role").empty());
}

}  // namespace
}  // namespace lintel
