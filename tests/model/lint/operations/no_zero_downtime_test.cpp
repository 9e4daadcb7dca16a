#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoServers;
using support::twoZones;

DesignBuilder oneServer(const char* strategy)
{
    return twoServers({{"deploy-strategy", strategy}}).remove("api-c").set("tg", "targets", ids({"api-a"}));
}

TEST(NoZeroDowntime, FindsAServiceThatIsStopped)
{
    const auto document = twoServers({{"deploy-strategy", "none"}}).build();
    const auto found = findingsOf(document, "no-zero-downtime");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"api-a", "api-c"}));
    support::expectFixes(document, found[0], "blue-green");
}

TEST(NoZeroDowntime, FindsTheOnlyCopyReplacedInPlace)
{
    const auto document = oneServer("in-place").build();
    const auto found = findingsOf(document, "no-zero-downtime");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.no-zero-downtime.one-copy");
    support::expectFixes(document, found[0], "blue-green");
}

TEST(NoZeroDowntime, FindsASchemaThatChangesUnderTwoVersions)
{
    const auto document = twoServers({{"deploy-strategy", "rolling"}, {"schema-migration", "in-one-step"}}).build();
    const auto found = findingsOf(document, "no-zero-downtime");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "expand-contract");
}

TEST(NoZeroDowntime, ProfileSoftensIt)
{
    EXPECT_EQ(findingsOf(oneServer("none").profile("small").build(), "no-zero-downtime").at(0).severity,
              Severity::Warning);
}

TEST(NoZeroDowntime, IsSilentForBlueGreenForWorkersAndForTheUnknown)
{
    EXPECT_TRUE(findingsOf(oneServer("blue-green").build(), "no-zero-downtime").empty());
    EXPECT_TRUE(findingsOf(twoServers({{"deploy-strategy", "in-place"}}).build(), "no-zero-downtime").empty())
        << "the other copy answers";
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "no-zero-downtime").empty());
    EXPECT_TRUE(
        findingsOf(twoServers({{"deploy-strategy", "rolling"}, {"schema-migration", "expand-contract"}}).build(),
                   "no-zero-downtime")
            .empty());
    auto worker =
        twoZones().block("worker", "ec2-instance", "app-a", {{"deploy-strategy", "none"}, {"role", "worker"}});
    EXPECT_TRUE(findingsOf(worker.build(), "no-zero-downtime").empty()) << "nobody waits for it";
}

}  // namespace
}  // namespace lintel
