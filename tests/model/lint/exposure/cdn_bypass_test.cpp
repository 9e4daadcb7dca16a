#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "cdn-bypass";

/// The load balancer behind CloudFront, still open to everybody.
support::DesignBuilder behindCloudFront()
{
    auto design = webDesign();
    design.remove("users-alb").block("cdn", "cloudfront", "", {{"viewer-protocol", "https-only"}});
    return design.connect("users", "cdn", "443").connect("cdn", "alb", "443");
}

TEST(CdnBypass, FindsALoadBalancerThatAnswersEverybody)
{
    const auto document = behindCloudFront().build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "only-cloudfront");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg-alb"))->property("inbound"), inboundRule("443", "cloudfront"));
}

TEST(CdnBypass, FindsAnInstanceThatAnswersEverybody)
{
    auto design = behindCloudFront();
    design.block("web", "ec2-instance", "public-a", {{"public-ip", true}, {"security-groups", ids({"sg-alb"})}})
        .connect("cdn", "web", "443");
    EXPECT_EQ(findingsOf(design.build(), kRule).size(), 2u);
}

TEST(CdnBypass, IsSilentForThePrefixList)
{
    EXPECT_TRUE(findingsOf(behindCloudFront().set("sg-alb", "inbound", inboundRule("443", "cloudfront")).build(), kRule)
                    .empty());
}

TEST(CdnBypass, IsSilentForAVpcOriginAndASecretHeader)
{
    for (const char* access : {"vpc-origin", "secret-header"}) {
        auto design = behindCloudFront();
        design.connect("cdn", "alb", "443", {}, {{"origin-access", access}});
        EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << access;
    }
}

TEST(CdnBypass, IsSilentWherePeopleAreMeantToComeDirectly)
{
    EXPECT_TRUE(findingsOf(behindCloudFront().connect("users", "alb", "443").build(), kRule).empty());
    auto named = behindCloudFront();
    named.block("zone", "route53-zone").block("record", "route53-record", "zone", {{"target", "alb"}});
    EXPECT_TRUE(findingsOf(named.build(), kRule).empty());
}

TEST(CdnBypass, IsSilentForAnInternalLoadBalancerAndWithoutCloudFront)
{
    EXPECT_TRUE(findingsOf(behindCloudFront().set("alb", "scheme", "internal").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
