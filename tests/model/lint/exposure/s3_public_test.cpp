#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder bucket(model::Properties properties)
{
    return DesignBuilder()
        .block("users", "users")
        .block("site", "s3-bucket", "", std::move(properties))
        .connect("users", "site", "80");
}

TEST(S3Public, FindsABucketAnybodyMayRead)
{
    const auto document = bucket({{"public-access", "public-read"}}).build();
    const auto found = findingsOf(document, "s3-public");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "block");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "somebody may read it now";
}

TEST(S3Public, AWebsiteIsAWarningAndCloudFrontTheSuggestion)
{
    const auto document = bucket({{"public-access", "public-read"}, {"website", true}}).build();
    const auto found = findingsOf(document, "s3-public");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.s3-public.website");
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "behind-cloudfront");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->connections.find(model::ConnectionId("users-site"))->to, model::BlockId("cdn"))
        << "visitors go there now";
}

TEST(S3Public, AWebsiteAnybodyMayWriteToIsAnError)
{
    const auto found = findingsOf(bucket({{"public-access", "public-write"}, {"website", true}}).build(), "s3-public");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.s3-public.write");
}

TEST(S3Public, BehindCloudFrontItIsClosedByItself)
{
    auto draft = bucket({{"public-access", "public-read"}, {"website", true}});
    draft.block("front", "cloudfront").connect("front", "site", "80");
    const auto document = draft.build();
    const auto found = findingsOf(document, "s3-public");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "behind-cloudfront");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->connections.find(model::ConnectionId("front-site"))->property("origin-access").toString(), "oac");
}

TEST(S3Public, IsSilentForABlockedBucketAndForAWSsDefault)
{
    EXPECT_TRUE(findingsOf(bucket({{"public-access", "blocked"}}).build(), "s3-public").empty());
    EXPECT_TRUE(findingsOf(bucket({{"purpose", "site"}}).build(), "s3-public").empty());
}

}  // namespace
}  // namespace lintel
