#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::webDesign;

constexpr const char* kRule = "nonprod-open";

TEST(NonprodOpen, FindsATestSystemThatAnswersAnybody)
{
    const auto document = webDesign().set("alb", "environment", "staging").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "only-your-address");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "who may get in is not ours to decide";
}

TEST(NonprodOpen, FindsAServerOfItsOwn)
{
    auto design = webDesign();
    design.block(
        "dev", "ec2-instance", "public-a",
        {{"environment", "development"}, {"ports", "443"}, {"public-ip", true}, {"security-groups", ids({"sg-alb"})}});
    EXPECT_EQ(findingsOf(design.build(), kRule).size(), 1u);
    EXPECT_TRUE(findingsOf(design.set("dev", "public-ip", false).build(), kRule).empty());
}

TEST(NonprodOpen, AnAllowListIsEnough)
{
    auto design = webDesign().set("alb", "environment", "test");
    EXPECT_TRUE(findingsOf(support::DesignBuilder(design.build())
                               .set("sg-alb", "inbound", inboundRule("443", "203.0.113.10/32"))
                               .build(),
                           kRule)
                    .empty());
    design.block("waf", "waf-web-acl", "", {{"allow-list", ids({"203.0.113.10/32"})}}).set("alb", "web-acl", "waf");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

TEST(NonprodOpen, AsksCloudFrontToo)
{
    auto design = support::DesignBuilder()
                      .block("users", "users")
                      .block("cdn", "cloudfront", "", {{"environment", "development"}});
    design.connect("users", "cdn", "443");
    EXPECT_EQ(findingsOf(design.build(), kRule).size(), 1u);
    design.block("waf", "waf-web-acl", "", {{"allow-list", ids({"203.0.113.10/32"})}})
        .connect("waf", "cdn", {}, "attach");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

TEST(NonprodOpen, ProductionIsMeantToBeOpen)
{
    EXPECT_TRUE(findingsOf(webDesign().set("alb", "environment", "production").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty()) << "nobody says what it is";
}

}  // namespace
}  // namespace lintel
