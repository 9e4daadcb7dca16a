#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

#include <gmock/gmock.h>

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

TEST(EksPodIps, FindsSubnetsTooSmallForThePodsAndShowsTheSum)
{
    const auto found = findingsOf(
        cluster("10.0.64.0/26", "10.0.96.0/20", {{"type", "m5.large"}, {"max", 12}}, 120).build(), "eks-pod-ips");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app-a"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"nodes"});
    const auto& arguments = found[0].message.arguments;
    const auto sum =
        std::find_if(arguments.begin(), arguments.end(), [](const auto& one) { return one.name == "sum"; });
    ASSERT_NE(sum, arguments.end());
    EXPECT_THAT(sum->value, testing::HasSubstr(" nodes + 4 eks"));
}

TEST(EksPodIps, IsSilentForRoomySubnets)
{
    EXPECT_TRUE(findingsOf(cluster("10.0.64.0/20", "10.0.96.0/20", {{"type", "m5.large"}, {"max", 12}}, 120).build(),
                           "eks-pod-ips")
                    .empty());
}

TEST(EksPodIps, IsSilentWhereSizesAreNotSaid)
{
    EXPECT_TRUE(findingsOf(cluster("10.0.64.0/26", "10.0.96.0/20", {{"type", "m5.large"}}, 120).build(), "eks-pod-ips")
                    .empty());
    EXPECT_TRUE(findingsOf(cluster("10.0.64.0/26", "10.0.96.0/26", {{"max", 12}}, 120).build(), "eks-pod-ips").empty());
}

}  // namespace
}  // namespace lintel
