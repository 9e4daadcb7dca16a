#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoServers;

DesignBuilder behindCloudFront(const char* changes)
{
    auto design = twoServers({{"content-changes", changes}}).block("cdn", "cloudfront");
    return design.remove("users-alb").connect("users", "cdn", "443").connect("cdn", "alb", "443");
}

TEST(CacheWithoutInvalidation, FindsADistributionInFrontOfWhatAlwaysChanges)
{
    const auto document = behindCloudFront("every-request").build();
    const auto found = findingsOf(document, "cache-without-invalidation");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"cdn", "api-a"}));
    support::expectFixes(document, found[0], "by-path");
}

TEST(CacheWithoutInvalidation, FindsAnswersKeptInACache)
{
    auto draft =
        twoServers({{"content-changes", "every-request"}}).block("redis", "elasticache", "vpc", {{"usage", "cache"}});
    const auto found = findingsOf(draft.connect("api-a", "redis", "6379").build(), "cache-without-invalidation");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.cache-without-invalidation.store");
}

TEST(CacheWithoutInvalidation, IsSilentForWhatStaysAndForACacheThatPassesOn)
{
    EXPECT_TRUE(findingsOf(behindCloudFront("rarely").build(), "cache-without-invalidation").empty());
    EXPECT_TRUE(findingsOf(behindCloudFront("every-request").set("cdn", "caching", "disabled").build(),
                           "cache-without-invalidation")
                    .empty());
    auto sessions =
        twoServers({{"content-changes", "every-request"}}).block("redis", "elasticache", "vpc", {{"usage", "session"}});
    EXPECT_TRUE(findingsOf(sessions.connect("api-a", "redis", "6379").build(), "cache-without-invalidation").empty());
}

}  // namespace
}  // namespace lintel
