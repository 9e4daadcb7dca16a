#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder host(model::Properties properties)
{
    return DesignBuilder()
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("host", "ec2-instance", "subnet", std::move(properties));
}

TEST(SecretInEnv, FindsSecretsInTheEnvironmentAndSuggestsParameterStore)
{
    const auto document = host({{"secrets-in", "environment"}}).build();
    const auto found = findingsOf(document, "secret-in-env");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "parameter-store");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "moving the secrets is a person's work";
}

TEST(SecretInEnv, SaysItOncePerHost)
{
    auto draft = host({{"secrets-in", "environment"}}).block("app", "spring", "host", {{"secrets-in", "environment"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "secret-in-env");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"host"});
    support::expectFixes(document, found[0], "parameter-store");
}

TEST(SecretInEnv, NoProfileSoftensIt)
{
    const auto found = findingsOf(host({{"secrets-in", "environment"}}).profile("learning").build(), "secret-in-env");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
}

TEST(SecretInEnv, IsSilentForAStoreAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(host({{"secrets-in", "secrets-manager"}}).build(), "secret-in-env").empty());
    EXPECT_TRUE(findingsOf(host({}).build(), "secret-in-env").empty());
}

}  // namespace
}  // namespace lintel
