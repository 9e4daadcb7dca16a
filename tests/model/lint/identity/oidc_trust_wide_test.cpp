#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder role(const char* subject)
{
    return DesignBuilder().block("role", "iam-role", "", {{"oidc-subject", subject}});
}

TEST(OidcTrustWide, FindsARoleForEverybody)
{
    for (const char* subject : {"*", "repo:*", "repo:*/*:ref:refs/heads/main", "none"}) {
        const auto found = findingsOf(role(subject).build(), "oidc-trust-wide");
        ASSERT_EQ(found.size(), 1u) << subject;
        EXPECT_EQ(found[0].severity, Severity::Error);
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"role"});
    }
}

TEST(OidcTrustWide, AWholeOrganisationIsWideStill)
{
    const auto found = findingsOf(role("repo:salon/*").build(), "oidc-trust-wide");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.oidc-trust-wide.organisation");
}

TEST(OidcTrustWide, IsSilentForOneRepositoryForOtherProvidersAndForTheUnknown)
{
    for (const char* subject : {"repo:salon/api:ref:refs/heads/main", "repo:salon/api:*",
                                "repo:salon/api:environment:production", "project_path:salon/api"})
        EXPECT_TRUE(findingsOf(role(subject).build(), "oidc-trust-wide").empty()) << subject;
    EXPECT_TRUE(findingsOf(DesignBuilder().block("role", "iam-role").build(), "oidc-trust-wide").empty());
}

}  // namespace
}  // namespace lintel
