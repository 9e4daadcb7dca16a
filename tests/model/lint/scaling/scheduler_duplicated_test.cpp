#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::scalingGroup;
using support::twoServers;

TEST(SchedulerDuplicated, FindsJobsOnTwoServersWithoutALock)
{
    const auto document = twoServers({{"scheduled-jobs", true}, {"job-lock", "none"}}).build();
    const auto found = findingsOf(document, "scheduler-duplicated");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"api-a", "api-c"}));
    support::expectFixes(document, found[0], "lock");
}

TEST(SchedulerDuplicated, LocksThroughTheDatabaseThatIsThere)
{
    auto draft = twoServers({{"scheduled-jobs", true}, {"job-lock", "none"}}).block("rds", "rds-instance", "vpc");
    const auto document = draft.connect("api-a", "rds", "3306").build();
    const auto found = findingsOf(document, "scheduler-duplicated");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "lock");
    EXPECT_EQ(found[0].fixes[0].caption().id, "rule.scheduler-duplicated.fix.database");
}

TEST(SchedulerDuplicated, WithoutAnyStoreThereCanBeNoLock)
{
    EXPECT_EQ(
        findingsOf(scalingGroup({{"scheduled-jobs", true}, {"desired", 3}}).build(), "scheduler-duplicated").size(),
        1u);
}

TEST(SchedulerDuplicated, IsSilentForALockForOneCopyAndWhereALockMayBe)
{
    EXPECT_TRUE(
        findingsOf(twoServers({{"scheduled-jobs", true}, {"job-lock", "redis"}}).build(), "scheduler-duplicated")
            .empty());
    EXPECT_TRUE(
        findingsOf(twoServers({{"scheduled-jobs", false}, {"job-lock", "none"}}).build(), "scheduler-duplicated")
            .empty());
    EXPECT_TRUE(findingsOf(scalingGroup({{"scheduled-jobs", true}, {"job-lock", "none"}, {"max", 1}}).build(),
                           "scheduler-duplicated")
                    .empty());
    auto unsaid =
        twoServers({{"scheduled-jobs", true}}).block("rds", "rds-instance", "vpc").connect("api-a", "rds", "3306");
    EXPECT_TRUE(findingsOf(unsaid.build(), "scheduler-duplicated").empty());
}

}  // namespace
}  // namespace lintel
