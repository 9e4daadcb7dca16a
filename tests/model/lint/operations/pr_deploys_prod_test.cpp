#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoServers;

DesignBuilder pipeline(const char* trigger)
{
    auto design = twoServers({})
                      .block("ci", "github-actions", "", {{"trigger", trigger}})
                      .block("bucket", "s3-bucket")
                      .block("deploy", "codedeploy");
    return design.connect("ci", "bucket", "", "deploy")
        .connect("bucket", "deploy", "", "deploy")
        .connect("deploy", "api-a", "", "deploy");
}

TEST(PrDeploysProd, FindsAPullRequestThatReachesServers)
{
    const auto document = pipeline("pull-request").build();
    const auto found = findingsOf(document, "pr-deploys-prod");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"ci"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"ci-bucket", "bucket-deploy", "deploy-api-a"}));
    support::expectFixes(document, found[0], "merge");
}

TEST(PrDeploysProd, ProfileSoftensIt)
{
    EXPECT_EQ(findingsOf(pipeline("pull-request").profile("learning").build(), "pr-deploys-prod").at(0).severity,
              Severity::Info);
}

TEST(PrDeploysProd, IsSilentForAMergeForTrialServersAndForTestsOnly)
{
    EXPECT_TRUE(findingsOf(pipeline("merge").build(), "pr-deploys-prod").empty());
    EXPECT_TRUE(
        findingsOf(pipeline("pull-request").set("vpc", "environment", "staging").build(), "pr-deploys-prod").empty());
    EXPECT_TRUE(findingsOf(pipeline("pull-request").remove("deploy-api-a").build(), "pr-deploys-prod").empty());
}

}  // namespace
}  // namespace lintel
