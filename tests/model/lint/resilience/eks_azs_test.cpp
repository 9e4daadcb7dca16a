#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "eks-azs";

support::DesignBuilder cluster(model::Value subnets)
{
    return webDesign().block("eks", "eks-cluster", "vpc",
                             {{"subnets", std::move(subnets)}, {"endpoint-access", "private"}});
}

TEST(EksAzs, FindsAClusterInOneZone)
{
    const auto document = cluster(ids({"private-a"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "add-zone");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(EksAzs, FindsNodesInOneZone)
{
    auto design = cluster(ids({"private-a", "private-c"}));
    design.block("nodes", "eks-node-group", "eks", {{"subnets", ids({"private-a"})}});
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"nodes"});
    design.block("more", "eks-node-group", "eks", {{"subnets", ids({"private-c"})}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << "together they span two";
}

TEST(EksAzs, IsSilentForTwoZonesAndWhileNothingIsSaid)
{
    EXPECT_TRUE(findingsOf(cluster(ids({"private-a", "private-c"})).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(cluster(model::Value()).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
