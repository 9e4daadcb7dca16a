#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder pipeline(const char* kind, model::Properties properties)
{
    auto design = DesignBuilder()
                      .block("account", "account")
                      .block("ci", kind, "", std::move(properties))
                      .block("bucket", "s3-bucket", "account");
    return design.connect("ci", "bucket", "", "deploy");
}

TEST(CiStaticKeys, FindsAPipelineWithKeysAndLetsItSignInWithAToken)
{
    const auto document = pipeline("github-actions", {{"auth", "access-key"}}).build();
    const auto found = findingsOf(document, "ci-static-keys");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"ci"});
    support::expectFixes(document, found[0], "oidc");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("role-ci"))->parent, model::BlockId("account"));
}

TEST(CiStaticKeys, OffersNoTokenToABuildServerOfOnesOwn)
{
    const auto found = findingsOf(pipeline("ci-server", {{"auth", "access-key"}}).build(), "ci-static-keys");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(CiStaticKeys, IsSilentForOidcForTheUnknownAndForOtherClouds)
{
    EXPECT_TRUE(findingsOf(pipeline("github-actions", {{"auth", "oidc"}}).build(), "ci-static-keys").empty());
    EXPECT_TRUE(findingsOf(pipeline("github-actions", {}).build(), "ci-static-keys").empty());
    auto elsewhere =
        pipeline("github-actions", {{"auth", "access-key"}}).remove("ci-bucket").block("cloud", "external-cloud");
    EXPECT_TRUE(findingsOf(elsewhere.connect("ci", "cloud", "", "deploy").build(), "ci-static-keys").empty());
}

}  // namespace
}  // namespace lintel
