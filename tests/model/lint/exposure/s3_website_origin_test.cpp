#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;

constexpr const char* kRule = "s3-website-origin";

support::DesignBuilder site(model::Properties bucket, model::Properties connection)
{
    auto design = support::DesignBuilder();
    design.block("cdn", "cloudfront", "", {{"viewer-protocol", "https-only"}})
        .block("site", "s3-bucket", "", std::move(bucket));
    return design.connect("cdn", "site", "443", {}, std::move(connection));
}

TEST(S3WebsiteOrigin, FindsTheWebsiteEndpoint)
{
    const auto document = site({{"website", true}}, {}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].message.id, "rule.s3-website-origin.message");
    support::expectFixes(document, found[0], "origin-access-control");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(S3WebsiteOrigin, FindsADistributionThatReadsLikeAnybody)
{
    const auto document = site({}, {{"origin-access", "public"}}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.s3-website-origin.public");
    support::expectFixes(document, found[0], "origin-access-control");
}

TEST(S3WebsiteOrigin, IsSilentForOriginAccessControlAndWhileNobodySays)
{
    EXPECT_TRUE(findingsOf(site({}, {{"origin-access", "oac"}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(site({}, {}).build(), kRule).empty());
}

TEST(S3WebsiteOrigin, AWebsiteWithoutCloudFrontIsAnotherRulesBusiness)
{
    EXPECT_TRUE(findingsOf(support::DesignBuilder().block("site", "s3-bucket", "", {{"website", true}}).build(), kRule)
                    .empty());
}

}  // namespace
}  // namespace lintel
