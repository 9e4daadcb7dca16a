#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "cert-mismatch";

support::DesignBuilder cdn(model::Value aliases, model::Value domains, const char* region = "us-east-1")
{
    auto design = support::DesignBuilder();
    design.block("cert", "acm-certificate", "", {{"domains", std::move(domains)}, {"region", region}});
    return design.block("cdn", "cloudfront", "", {{"aliases", std::move(aliases)}, {"certificate", "cert"}});
}

TEST(CertMismatch, AWildcardStandsForExactlyOneLabel)
{
    EXPECT_TRUE(findingsOf(cdn(ids({"www.a.example"}), ids({"*.a.example"})).build(), kRule).empty());
    for (const char* host : {"a.example", "x.www.a.example", "www.b.example"}) {
        const auto document = cdn(ids({host}), ids({"*.a.example"})).build();
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u) << host;
        EXPECT_EQ(found[0].severity, Severity::Error);
        EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"cdn", "cert"}));
        support::expectFixes(document, found[0], "add-names");
    }
}

TEST(CertMismatch, CloudFrontTakesItFromOneRegionOnly)
{
    const auto found = findingsOf(cdn(ids({"a.example"}), ids({"a.example"}), "ap-northeast-2").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.cert-mismatch.cloudfront-region");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(CertMismatch, ALoadBalancerTakesItFromItsOwnRegion)
{
    auto design = support::DesignBuilder()
                      .block("seoul", "region", "", {{"region", "ap-northeast-2"}})
                      .block("vpc", "vpc", "seoul");
    design.block("cert", "acm-certificate", "", {{"region", "us-east-1"}});
    design.block("alb", "alb", "vpc",
                 {{"listeners", rows({row({{"protocol", "HTTPS"}, {"port", 443}, {"certificate", "cert"}})})}});
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.cert-mismatch.region");
    EXPECT_TRUE(findingsOf(design.set("cert", "region", "ap-northeast-2").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design.set("cert", "region", model::Value()).build(), kRule).empty())
        << "nobody says where it is";
}

TEST(CertMismatch, OneOfTheListenersCertificatesIsEnough)
{
    auto design = webDesign()
                      .set("cert", "domains", ids({"a.example"}))
                      .block("cert-2", "acm-certificate", "", {{"domains", ids({"b.example"})}});
    const auto listener = [](const char* host, const char* certificate) {
        return row(
            {{"protocol", "HTTPS"}, {"port", 443}, {"host", host}, {"certificate", certificate}, {"target", "tg"}});
    };
    EXPECT_TRUE(
        findingsOf(
            design.set("alb", "listeners", rows({listener("b.example", "cert"), listener("a.example", "cert-2")}))
                .build(),
            kRule)
            .empty());
    EXPECT_EQ(findingsOf(design.set("alb", "listeners", rows({listener("c.example", "cert")})).build(), kRule).size(),
              1u);
}

TEST(CertMismatch, FindsAWebAclOfTheOtherScope)
{
    auto design = webDesign().block("waf", "waf-web-acl", "", {{"scope", "cloudfront"}}).set("alb", "web-acl", "waf");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.cert-mismatch.web-acl");
    EXPECT_TRUE(findingsOf(design.set("waf", "scope", "regional").build(), kRule).empty());
}

TEST(CertMismatch, IsSilentWhileTheCertificateSaysNothing)
{
    EXPECT_TRUE(findingsOf(cdn(ids({"a.example"}), model::Value()).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
