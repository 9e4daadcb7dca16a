#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder pipeline(const char* rollback)
{
    DesignBuilder design;
    design.block("vpc", "vpc").block("subnet", "subnet", "vpc").block("server", "ec2-instance", "subnet");
    return design.block("github", "github-actions", "", {{"rollback", rollback}});
}

DesignBuilder throughCodeDeploy(bool rollsBack)
{
    auto design = pipeline("none");
    design.block("artifact", "s3-bucket").block("codedeploy", "codedeploy", "", {{"auto-rollback", rollsBack}});
    design.connect("github", "artifact", "", "deploy").connect("artifact", "codedeploy", "", "deploy");
    return design.connect("codedeploy", "server", "", "deploy");
}

TEST(NoRollback, FindsAPipelineThatCannotGoBack)
{
    const auto found = findingsOf(pipeline("none").connect("github", "server", "", "deploy").build(), "no-rollback");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"github"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"github-server"});
}

TEST(NoRollback, CodeDeployAnswersForWhatItDeploys)
{
    EXPECT_TRUE(findingsOf(throughCodeDeploy(true).build(), "no-rollback").empty());
    const auto document = throughCodeDeploy(false).build();
    const auto found = findingsOf(document, "no-rollback");
    ASSERT_EQ(found.size(), 1u) << "said once, of CodeDeploy";
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"codedeploy"});
    support::expectFixes(document, found[0], "auto-rollback");
}

TEST(NoRollback, FindsAServiceThatSaysSoItself)
{
    auto draft = pipeline("manual").connect("github", "server", "", "deploy");
    draft.set("server", "rollback", "none").set("github", "rollback", model::Value());
    const auto found = findingsOf(draft.build(), "no-rollback");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-rollback.target");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
}

TEST(NoRollback, IsSilentWhenItRollsBack)
{
    EXPECT_TRUE(
        findingsOf(pipeline("automatic").connect("github", "server", "", "deploy").build(), "no-rollback").empty());
    auto draft = pipeline("none").connect("github", "server", "", "deploy").set("server", "rollback", "automatic");
    EXPECT_TRUE(findingsOf(draft.build(), "no-rollback").empty()) << "the service brings itself back";
}

TEST(NoRollback, IsSilentWhenNobodySaysOrNothingIsDeployed)
{
    auto draft = pipeline("none").connect("github", "server", "", "deploy").set("github", "rollback", model::Value());
    EXPECT_TRUE(findingsOf(draft.build(), "no-rollback").empty()) << "unknown";
    EXPECT_TRUE(findingsOf(pipeline("none").build(), "no-rollback").empty()) << "deploys nothing";
    EXPECT_TRUE(findingsOf(pipeline("none").connect("github", "server", "", "event").build(), "no-rollback").empty());
}

}  // namespace
}  // namespace lintel
