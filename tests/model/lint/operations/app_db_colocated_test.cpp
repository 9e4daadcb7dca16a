#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder host(model::Properties properties = {})
{
    return DesignBuilder()
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("host", "ec2-instance", "subnet", std::move(properties));
}

TEST(AppDbColocated, FindsApplicationAndDatabaseOnOneHost)
{
    const auto found =
        findingsOf(host().block("app", "spring", "host").block("mysql", "mysql", "host").build(), "app-db-colocated");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"host", "mysql"}));
}

TEST(AppDbColocated, ReadsRolesToo)
{
    const auto application =
        findingsOf(host({{"role", "application"}}).block("mysql", "mysql", "host").build(), "app-db-colocated");
    ASSERT_EQ(application.size(), 1u);
    EXPECT_EQ(application[0].message.id, "rule.app-db-colocated.application-host");
    const auto database =
        findingsOf(host({{"role", "database"}}).block("app", "spring", "host").build(), "app-db-colocated");
    ASSERT_EQ(database.size(), 1u);
    EXPECT_EQ(database[0].message.id, "rule.app-db-colocated.database-host");
}

TEST(AppDbColocated, ProfileSoftensIt)
{
    const auto found =
        findingsOf(host().profile("small").block("app", "spring", "host").block("mysql", "mysql", "host").build(),
                   "app-db-colocated");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(AppDbColocated, IsSilentForSeparateHosts)
{
    auto draft = host({{"role", "database"}}).block("mysql", "mysql", "host");
    draft.block("other", "ec2-instance", "subnet", {{"role", "application"}}).block("app", "spring", "other");
    EXPECT_TRUE(findingsOf(draft.build(), "app-db-colocated").empty());
}

TEST(AppDbColocated, IsSilentForABackupScriptOrACacheBesideIt)
{
    EXPECT_TRUE(
        findingsOf(
            host({{"role", "database"}}).block("mysql", "mysql", "host").block("backup", "process", "host").build(),
            "app-db-colocated")
            .empty());
    EXPECT_TRUE(
        findingsOf(host().block("app", "spring", "host").block("redis", "redis", "host").build(), "app-db-colocated")
            .empty());
}

}  // namespace
}  // namespace lintel
