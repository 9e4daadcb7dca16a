#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder account(model::Properties properties)
{
    return DesignBuilder().block("account", "account", "", std::move(properties));
}

TEST(RootAndMfa, FindsTheRootUserAndMissingMfa)
{
    const std::pair<model::Properties, const char*> cases[] = {
        {{{"root-user-used", true}}, "message"},
        {{{"root-user-used", true}, {"mfa", "none"}}, "both"},
        {{{"root-user-used", false}, {"mfa", "none"}}, "no-mfa"},
        {{{"mfa", "some-users"}}, "some-mfa"},
    };
    for (const auto& [properties, variant] : cases) {
        const auto document = account(properties).build();
        const auto found = findingsOf(document, "root-and-mfa");
        ASSERT_EQ(found.size(), 1u) << variant;
        EXPECT_EQ(found[0].severity, Severity::Error);
        EXPECT_EQ(found[0].message.id, std::string("rule.root-and-mfa.") + variant);
        support::expectFixes(document, found[0], "done");
    }
}

TEST(RootAndMfa, FindsAUserWithoutMfaInEveryProfile)
{
    const auto document = DesignBuilder().profile("learning").block("user", "iam-user", "", {{"mfa", false}}).build();
    const auto found = findingsOf(document, "root-and-mfa");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "done");
}

TEST(RootAndMfa, IsSilentWhenAllIsWellAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(account({{"root-user-used", false}, {"mfa", "all-users"}}).build(), "root-and-mfa").empty());
    EXPECT_TRUE(findingsOf(account({}).block("user", "iam-user").build(), "root-and-mfa").empty());
}

}  // namespace
}  // namespace lintel
