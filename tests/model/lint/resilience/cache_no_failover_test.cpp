#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder cache(model::Properties properties)
{
    return DesignBuilder().block("vpc", "vpc").block("redis", "elasticache", "vpc", std::move(properties));
}

TEST(CacheNoFailover, FindsASingleNode)
{
    const auto document = cache({{"engine", "redis"}}).build();
    const auto found = findingsOf(document, "cache-no-failover");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.cache-no-failover.message");
    support::expectFixes(document, found[0], "failover");
}

TEST(CacheNoFailover, FindsAReplicaThatNobodyLetsTakeOver)
{
    const auto document = cache({{"replicas", 1}, {"automatic-failover", false}}).build();
    const auto found = findingsOf(document, "cache-no-failover");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.cache-no-failover.failover-off");
    support::expectFixes(document, found[0], "failover");
}

TEST(CacheNoFailover, CountsADrawnReplica)
{
    auto draft = cache({{"automatic-failover", true}});
    draft.block("az", "availability-zone", "vpc").block("data", "subnet", "az");
    draft.block("replica", "elasticache-replica", "data", {{"source", "redis"}});
    EXPECT_TRUE(findingsOf(draft.build(), "cache-no-failover").empty());
}

TEST(CacheNoFailover, IsSilentForReplicaAndFailover)
{
    EXPECT_TRUE(
        findingsOf(cache({{"replicas", 1}, {"automatic-failover", true}}).build(), "cache-no-failover").empty());
}

TEST(CacheNoFailover, FailoverWithoutAReplicaIsNoFailover)
{
    EXPECT_EQ(findingsOf(cache({{"replicas", 0}, {"automatic-failover", true}}).build(), "cache-no-failover").size(),
              1u);
}

TEST(CacheNoFailover, APureCacheMayBeLostInASmallDesignOnly)
{
    EXPECT_TRUE(findingsOf(cache({{"usage", "cache"}}).profile("small").build(), "cache-no-failover").empty());
    EXPECT_EQ(findingsOf(cache({{"usage", "session"}}).profile("small").build(), "cache-no-failover").size(), 1u);
    EXPECT_EQ(findingsOf(cache({{"usage", "cache"}}).build(), "cache-no-failover").size(), 1u);
}

TEST(CacheNoFailover, DoesNotAskMemcached)
{
    EXPECT_TRUE(findingsOf(cache({{"engine", "memcached"}}).build(), "cache-no-failover").empty());
}

}  // namespace
}  // namespace lintel
