#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "transit-clear";

/// The drawn connection from CloudFront to the load balancer speaks the protocol.
DesignBuilder behindCloudFront(const char* protocol, const char* ports, model::Properties properties = {})
{
    auto design = webDesign().remove("users-alb").block("cdn", "cloudfront", "", {{"viewer-protocol", "https-only"}});
    model::edit::Transaction draft(design.connect("users", "cdn", "443").build());
    draft.put(model::Connection{model::ConnectionId("cdn-alb"),
                                model::BlockId("cdn"),
                                model::BlockId("alb"),
                                {},
                                {},
                                protocol,
                                ports,
                                std::move(properties)});
    return DesignBuilder(draft.document());
}

DesignBuilder calling(const char* protocol, const char* kind, const char* parent = "")
{
    auto design = webDesign();
    if (*parent) design.block(parent, parent);
    model::edit::Transaction draft(design.block("pay", kind, parent).build());
    draft.put(model::Connection{
        model::ConnectionId("app-a-pay"), model::BlockId("app-a"), model::BlockId("pay"), {}, {}, protocol, "80", {}});
    return DesignBuilder(draft.document());
}

TEST(TransitClear, FindsAnOriginThatCloudFrontReachesInClear)
{
    const auto document = behindCloudFront("http", "80").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"cdn-alb", "cdn", "alb"}));
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"cdn", "cdn-alb", "alb"}));
    support::expectFixes(document, found[0], "https");
    EXPECT_EQ(findingsOf(behindCloudFront("", "80").build(), kRule).size(), 1u);
}

TEST(TransitClear, OffersNoFixWhereTheOriginHasNoHttps)
{
    const auto found = findingsOf(behindCloudFront("http", "80").set("alb", "listeners", {}).build(), kRule);
    EXPECT_TRUE(found.at(0).fixes.empty());
}

TEST(TransitClear, IsSilentForHttpsAndForWhatStaysInside)
{
    EXPECT_TRUE(findingsOf(behindCloudFront("https", "443").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(behindCloudFront("http", "80", {{"origin-access", "vpc-origin"}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(behindCloudFront("", "").build(), kRule).empty()) << "nobody says how";
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
}

TEST(TransitClear, FindsAPartnerThatIsCalledInClear)
{
    const auto found = findingsOf(calling("http", "generic-external").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.transit-clear.partner");
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a-pay", "app-a", "pay"}));
}

TEST(TransitClear, IsSilentForPackageMirrorsOfficesAndUnknownProtocols)
{
    EXPECT_TRUE(findingsOf(calling("http", "internet").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(calling("https", "generic-external").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(calling("", "generic-external").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(calling("http", "generic-external", "external-network").build(), kRule).empty());
}

TEST(TransitClear, RemarksOnACacheThatIsSaidToTakeClearText)
{
    const auto cache = [](model::Value said) {
        return webDesign().block("cache", "elasticache", "vpc", {{"transit-encryption", std::move(said)}});
    };
    const auto document = cache(false).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].message.id, "rule.transit-clear.cache");
    support::expectFixes(document, found[0], "transit");
    EXPECT_TRUE(findingsOf(cache({}).build(), kRule).empty()) << "nobody says so";
    EXPECT_TRUE(findingsOf(cache(true).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(cache(false).profile("small").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
