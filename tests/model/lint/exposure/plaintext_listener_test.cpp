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

constexpr const char* kRule = "plaintext-listener";

/// Beside HTTPS, a listener on port 80 that does this.
support::DesignBuilder with80(const char* action)
{
    auto design = webDesign();
    design.set("alb", "listeners",
               rows({row({{"protocol", "HTTP"}, {"port", 80}, {"action", action}, {"target", "tg"}}),
                     row({{"protocol", "HTTPS"},
                          {"port", 443},
                          {"action", "forward"},
                          {"certificate", "cert"},
                          {"target", "tg"}})}));
    return design.set("sg-alb", "inbound", inboundRule("80,443", "0.0.0.0/0"));
}

TEST(PlaintextListener, FindsAForwardAndMakesItARedirect)
{
    const auto document = with80("forward").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"alb"});
    support::expectFixes(document, found[0], "redirect");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    const auto& listeners = fixed->blocks.find(model::BlockId("alb"))->property("listeners").toList();
    EXPECT_EQ(listeners[0], row({{"protocol", "HTTP"}, {"port", 80}, {"action", "redirect"}}));
}

TEST(PlaintextListener, OffersNoRedirectToNowhere)
{
    const auto document =
        webDesign()
            .set("alb", "listeners", rows({row({{"protocol", "HTTP"}, {"port", 80}, {"target", "tg"}})}))
            .set("sg-alb", "inbound", inboundRule("80", "0.0.0.0/0"))
            .build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty()) << "there is no HTTPS to redirect to";
}

TEST(PlaintextListener, IsSilentForARedirectAndAFixedResponse)
{
    EXPECT_TRUE(findingsOf(with80("redirect").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(with80("fixed").build(), kRule).empty());
}

TEST(PlaintextListener, IsSilentInsideAndBehindCloudFront)
{
    EXPECT_TRUE(findingsOf(with80("forward").set("alb", "scheme", "internal").build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(with80("forward").set("sg-alb", "inbound", inboundRule("80,443", "cloudfront")).build(), kRule)
            .empty());
}

TEST(PlaintextListener, FindsCloudFrontThatAllowsBoth)
{
    const auto document =
        support::DesignBuilder().block("cdn", "cloudfront", "", {{"viewer-protocol", "allow-all"}}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "redirect");
    EXPECT_TRUE(
        findingsOf(support::DesignBuilder().block("cdn", "cloudfront", "", {{"viewer-protocol", "https-only"}}).build(),
                   kRule)
            .empty());
}

TEST(PlaintextListener, FindsAServerThatPeopleReachOverPlainHttp)
{
    auto design = webDesign();
    design.block("web", "ec2-instance", "public-a", {{"ports", "80"}}).connect("users", "web", "80");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.plaintext-listener.server");
    EXPECT_TRUE(findingsOf(design.set("web", "ports", "80,443").build(), kRule).empty()) << "it offers HTTPS";
    EXPECT_TRUE(findingsOf(design.set("web", "ports", "80").connect("users", "web", "5000").build(), kRule).empty())
        << "what port 5000 speaks nobody knows";
}

}  // namespace
}  // namespace lintel
