#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::inboundRule;
using support::webDesign;

constexpr const char* kRule = "path-without-waf";

support::DesignBuilder behindCloudFront()
{
    auto design = webDesign().remove("users-alb").block("cdn", "cloudfront", "", {{"viewer-protocol", "https-only"}});
    return design.connect("users", "cdn", "443").connect("cdn", "alb", "443");
}

support::DesignBuilder withSessions(const char* where = "app-a")
{
    return webDesign().set(where, "session-storage", "redis");
}

TEST(PathWithoutWaf, FindsALoadBalancerThatPeopleLogInThrough)
{
    const auto found = findingsOf(withSessions().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"users", "alb"}));
    EXPECT_TRUE(found[0].fixes.empty());
    EXPECT_EQ(findingsOf(withSessions().profile("small").build(), kRule).at(0).severity, Severity::Info);
}

TEST(PathWithoutWaf, FindsSessionsBehindProxiesAndInTheSoftwareOnAServer)
{
    auto proxied = webDesign().block("main", "ec2-instance", "private-a", {{"session-storage", "memory"}});
    proxied.block("internal", "alb", "vpc", {{"scheme", "internal"}}).connect("app-a", "internal", "8080");
    EXPECT_EQ(findingsOf(proxied.connect("internal", "main", "8080").build(), kRule).at(0).severity, Severity::Warning);
    auto software = webDesign().block("spring", "spring", "app-c", {{"session-storage", "database"}});
    EXPECT_EQ(findingsOf(software.build(), kRule).at(0).severity, Severity::Warning);
}

TEST(PathWithoutWaf, OneWebAclOnTheWayIsEnough)
{
    EXPECT_TRUE(
        findingsOf(webDesign().block("waf", "waf-web-acl").set("alb", "web-acl", "waf").build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(webDesign().block("waf", "waf-web-acl").connect("waf", "alb", {}, "attach").build(), kRule).empty());
    EXPECT_EQ(findingsOf(behindCloudFront().build(), kRule).at(0).subjects, std::vector<std::string>{"cdn"});
    EXPECT_TRUE(
        findingsOf(behindCloudFront().block("waf", "waf-web-acl").set("cdn", "web-acl", "waf").build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(behindCloudFront().block("waf", "waf-web-acl").set("alb", "web-acl", "waf").build(), kRule).empty());
}

TEST(PathWithoutWaf, IsOnlyInformationWhereNobodySaysThatPeopleLogIn)
{
    EXPECT_EQ(findingsOf(webDesign().build(), kRule).at(0).severity, Severity::Info);
    const auto found = findingsOf(
        webDesign().set("app-a", "session-storage", "stateless").set("app-c", "session-storage", "stateless").build(),
        kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(PathWithoutWaf, IsSilentInsideForKnownAddressesAndForFiles)
{
    EXPECT_TRUE(findingsOf(webDesign().set("alb", "scheme", "internal").build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(webDesign().set("sg-alb", "inbound", inboundRule("443", "203.0.113.10/32")).build(), kRule).empty());
    auto site = webDesign().remove("users-alb").block("cdn", "cloudfront").block("site", "s3-bucket");
    EXPECT_TRUE(findingsOf(site.connect("users", "cdn", "443").connect("cdn", "site", "443").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
