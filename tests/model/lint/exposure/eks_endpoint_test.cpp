#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "eks-endpoint";

support::DesignBuilder cluster(model::Value access, model::Value ranges = {})
{
    return webDesign().block("eks", "eks-cluster", "vpc",
                             {{"subnets", ids({"private-a", "private-c"})},
                              {"endpoint-access", std::move(access)},
                              {"public-access-cidrs", std::move(ranges)}});
}

TEST(EksEndpoint, FindsAnApiThatAnswersEverybody)
{
    const auto document = cluster("public-and-private").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "private-only");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "kubectl needs another way in";
    EXPECT_EQ(findingsOf(cluster(model::Value()).build(), kRule).size(), 1u) << "public is what AWS does";
    EXPECT_EQ(findingsOf(cluster("public-and-private", ids({"0.0.0.0/0"})).build(), kRule).at(0).severity,
              Severity::Error);
}

TEST(EksEndpoint, AListOfAddressesIsOnlyInformation)
{
    EXPECT_EQ(findingsOf(cluster("public-and-private", ids({"203.0.113.0/28"})).build(), kRule).at(0).severity,
              Severity::Info);
}

TEST(EksEndpoint, WithoutPrivateAccessNodesLeaveTheVpc)
{
    const auto document = cluster("public", ids({"203.0.113.0/28"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(findingsOf(*fixed, kRule).at(0).severity, Severity::Info) << "what is left is the list";
}

TEST(EksEndpoint, IsSilentForAPrivateOne) { EXPECT_TRUE(findingsOf(cluster("private").build(), kRule).empty()); }

}  // namespace
}  // namespace lintel
