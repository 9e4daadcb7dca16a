#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder design()
{
    return DesignBuilder()
        .block("account", "account")
        .block("region", "region", "account")
        .block("vpc", "vpc", "region")
        .block("test-vpc", "vpc", "region");
}

TEST(EnvSharesAccount, FindsTrialsBesideProduction)
{
    const auto found =
        findingsOf(design().set("vpc", "environment", "production").set("test-vpc", "environment", "test").build(),
                   "env-shares-account");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"account"});
}

TEST(EnvSharesAccount, OneNetworkIsWorse)
{
    auto draft = design()
                     .block("api", "alb", "vpc", {{"environment", "production"}})
                     .block("try", "alb", "vpc", {{"environment", "staging"}});
    const auto found = findingsOf(draft.build(), "env-shares-account");
    ASSERT_EQ(found.size(), 1u) << "the account is not told about again";
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
}

TEST(EnvSharesAccount, TheFrameItselfMaySayThatItIsForProduction)
{
    auto draft = design().set("account", "environment", "production").set("test-vpc", "environment", "development");
    const auto found = findingsOf(draft.build(), "env-shares-account");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.env-shares-account.in-production");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"account"});
    EXPECT_TRUE(findingsOf(draft.set("account", "environment", "test").build(), "env-shares-account").empty());
}

TEST(EnvSharesAccount, IsSilentForTwoAccountsAndWhereProductionIsNotNamed)
{
    EXPECT_TRUE(
        findingsOf(design().set("test-vpc", "environment", "development").build(), "env-shares-account").empty());
    auto apart = DesignBuilder()
                     .block("a", "account", "", {{"environment", "production"}})
                     .block("b", "account", "", {{"environment", "test"}});
    apart.block("vpc", "vpc", "a", {{"environment", "production"}})
        .block("test-vpc", "vpc", "b", {{"environment", "test"}});
    EXPECT_TRUE(findingsOf(apart.build(), "env-shares-account").empty());
}

}  // namespace
}  // namespace lintel
