#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

DesignBuilder certificates(const char* first, const char* second)
{
    DesignBuilder design;
    design.block("account", "account").block("region", "region", "account", {{"region", "ap-northeast-2"}});
    design.block("a", "acm-certificate", "region", {{"domains", ids({first})}})
        .block("b", "acm-certificate", "region", {{"domains", ids({second})}});
    return design;
}

TEST(CertPerSubdomain, FindsSiblingsAndPutsThemOnOneCertificate)
{
    auto draft = certificates("api.startup.example", "admin.startup.example");
    draft.block("vpc", "vpc", "region")
        .block("alb", "alb", "vpc", {{"listeners", rows({row({{"port", 443}, {"certificate", "b"}})})}})
        .connect("b", "alb", "", "attach");
    draft.block("cdn", "cloudfront", "", {{"certificate", "b"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "cert-per-subdomain");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"a", "b"}));
    support::expectFixes(document, found[0], "one-certificate");
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("cdn"))->property("certificate"), model::Value("a"));
    EXPECT_EQ(fixed->blocks.find(model::BlockId("alb"))->property("listeners").toList()[0]["certificate"],
              model::Value("a"));
    EXPECT_EQ(fixed->connections.find(model::ConnectionId("b-alb"))->from, model::BlockId("a"));
}

TEST(CertPerSubdomain, IsSilentForAWildcard)
{
    EXPECT_TRUE(
        findingsOf(certificates("*.startup.example", "api.startup.example").build(), "cert-per-subdomain").empty());
}

TEST(CertPerSubdomain, IsSilentForOtherDomainsAndOtherRegions)
{
    EXPECT_TRUE(
        findingsOf(certificates("api.startup.example", "api.another.example").build(), "cert-per-subdomain").empty());
    EXPECT_TRUE(
        findingsOf(certificates("startup.example", "api.startup.example").build(), "cert-per-subdomain").empty())
        << "not siblings";
    auto edge = certificates("api.startup.example", "www.startup.example").set("b", "region", "us-east-1");
    EXPECT_TRUE(findingsOf(edge.build(), "cert-per-subdomain").empty()) << "CloudFront wants its own there";
}

}  // namespace
}  // namespace lintel
