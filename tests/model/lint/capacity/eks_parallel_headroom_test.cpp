#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

/// A cluster over two private subnets of one range each.
DesignBuilder cluster(const char* rangeA, const char* rangeC, model::Properties nodes, int pods)
{
    auto design = twoZones().set("app-a", "cidr", rangeA).set("app-c", "cidr", rangeC);
    design.block("eks", "eks-cluster", "vpc", {{"subnets", ids({"app-a", "app-c"})}})
        .block("nodes", "eks-node-group", "eks", std::move(nodes));
    return design.block("api", "eks-workload", "nodes", {{"replicas", pods}});
}

/// Five nodes in each subnet, with room for them or for both clusters.
DesignBuilder inVpc(const char* vpc, const char* rangeA, const char* rangeC)
{
    auto design = cluster(rangeA, rangeC, {{"type", "m5.large"}, {"max", 10}, {"desired", 5}}, 80);
    return design.set("vpc", "cidr", vpc);
}

TEST(EksParallelHeadroom, FindsNoRoomForASecondCluster)
{
    const auto found = findingsOf(inVpc("10.0.0.0/22", "10.0.1.0/24", "10.0.3.0/24").build(), "eks-parallel-headroom");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"eks"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app-a", "app-c"}));
}

TEST(EksParallelHeadroom, IsSilentWithRoomBesideOrInFreeRanges)
{
    EXPECT_TRUE(
        findingsOf(inVpc("10.0.0.0/16", "10.0.1.0/24", "10.0.3.0/24").build(), "eks-parallel-headroom").empty());
    EXPECT_TRUE(
        findingsOf(inVpc("10.0.0.0/20", "10.0.4.0/22", "10.0.8.0/22").build(), "eks-parallel-headroom").empty());
}

TEST(EksParallelHeadroom, IsSilentWhereTheFirstOneDoesNotFit)
{
    EXPECT_TRUE(
        findingsOf(inVpc("10.0.0.0/22", "10.0.1.0/26", "10.0.3.0/26").build(), "eks-parallel-headroom").empty());
}

}  // namespace
}  // namespace lintel
