#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::twoServers;

TEST(LogsMissing, FindsTheOneThatWasForgotten)
{
    const auto document = twoServers({}).set("alb", "access-logs", true).block("cdn", "cloudfront").build();
    const auto found = findingsOf(document, "logs-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"cdn"});
    support::expectFixes(document, found[0], "logs");
}

TEST(LogsMissing, FindsLogsThatAreSaidToBeOff)
{
    const auto document = twoServers({}).set("vpc", "flow-logs", false).build();
    const auto found = findingsOf(document, "logs-missing");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.logs-missing.vpc");
    support::expectFixes(document, found[0], "logs");
}

TEST(LogsMissing, IsSilentWhereNobodySpeaksOfLogsInsideAndOutsideProduction)
{
    EXPECT_TRUE(findingsOf(twoServers({}).build(), "logs-missing").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).set("alb", "access-logs", true).build(), "logs-missing").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).set("alb", "access-logs", false).set("alb", "scheme", "internal").build(),
                           "logs-missing")
                    .empty());
    EXPECT_TRUE(
        findingsOf(twoServers({}).set("alb", "access-logs", false).profile("small").build(), "logs-missing").empty());
    EXPECT_TRUE(findingsOf(twoServers({}).set("alb", "access-logs", false).set("alb", "environment", "test").build(),
                           "logs-missing")
                    .empty());
}

}  // namespace
}  // namespace lintel
