#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoZones;

DesignBuilder server(model::Properties properties = {})
{
    return twoZones().block("api", "ec2-instance", "app-a", std::move(properties));
}

TEST(StaticKeys, FindsAWorkloadThatHoldsAKey)
{
    const auto document = server({{"aws-credentials", "access-key"}}).build();
    const auto found = findingsOf(document, "static-keys");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "role");
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(StaticKeys, FindsAUserWhoseKeysAServerUses)
{
    const auto document = server()
                              .block("deployer", "iam-user", "", {{"access-keys", true}})
                              .connect("deployer", "api", "", "attach")
                              .build();
    const auto found = findingsOf(document, "static-keys");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"api"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"deployer", "deployer-api", "api"}));
    support::expectFixes(document, found[0], "role");
}

TEST(StaticKeys, SaysItOncePerHost)
{
    auto draft =
        server({{"aws-credentials", "access-key"}}).block("app", "spring", "api", {{"aws-credentials", "access-key"}});
    EXPECT_EQ(findingsOf(draft.build(), "static-keys").size(), 1u);
}

TEST(StaticKeys, IsSilentForRolesForPeopleAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(server({{"aws-credentials", "role"}}).build(), "static-keys").empty());
    EXPECT_TRUE(findingsOf(server().build(), "static-keys").empty());
    auto person =
        server().block("operator", "iam-user", "", {{"mfa", true}}).connect("operator", "api", "22", "manage");
    EXPECT_TRUE(findingsOf(person.build(), "static-keys").empty());
}

}  // namespace
}  // namespace lintel
