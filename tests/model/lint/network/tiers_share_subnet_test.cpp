#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "tiers-share-subnet";

TEST(TiersShareSubnet, FindsADatabaseAmongServers)
{
    const auto found = findingsOf(webDesign().block("rds", "rds-instance", "private-a").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"private-a", "rds"}));
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"app-a"});
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(TiersShareSubnet, NodesStandInAllOfTheirSubnets)
{
    auto design = webDesign().remove("app-a").remove("app-c").block("eks", "eks-cluster", "vpc");
    design.block("nodes", "eks-node-group", "eks", {{"subnets", ids({"private-a", "private-c"})}});
    const auto found = findingsOf(design.block("rds", "rds-instance", "private-c").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"private-c", "rds"}));
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"nodes"});
}

TEST(TiersShareSubnet, IsSilentForASubnetOfItsOwn)
{
    auto design =
        webDesign().block("data", "subnet", "az-a", {{"cidr", "10.0.30.0/24"}}).block("rds", "rds-instance", "data");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(webDesign().block("rds", "rds-instance", "vpc", {{"subnets", ids({"private-a"})}}).build(), kRule)
            .empty())
        << "it is not drawn there";
}

TEST(TiersShareSubnet, IsSilentForOneServerAndForLearning)
{
    auto design = webDesign().block("rds", "rds-instance", "private-a");
    EXPECT_TRUE(findingsOf(support::DesignBuilder(design.build()).profile("learning").build(), kRule).empty());
    design.remove("app-c");
    EXPECT_TRUE(findingsOf(design.profile("small").build(), kRule).empty());
}

TEST(TiersShareSubnet, DataMayShareWithData)
{
    auto design = webDesign().block("data", "subnet", "az-a", {{"cidr", "10.0.30.0/24"}});
    design.block("rds", "rds-instance", "data").block("kafka", "ec2-instance", "data", {{"role", "broker"}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
