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

TEST(EksPodDensity, FindsMorePodsThanPlaces)
{
    // m5.large: 27 pods of one's own; two of the system.
    const auto document = cluster("10.0.64.0/20", "10.0.96.0/20", {{"type", "m5.large"}, {"max", 2}}, 53).build();
    const auto found = findingsOf(document, "eks-pod-density");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"eks"});
    support::expectFixes(document, found[0], "more-nodes");
    EXPECT_EQ(
        model::edit::apply(document, found[0].fixes[0].change)->blocks.find(model::BlockId("nodes"))->property("max"),
        model::Value(3));
}

TEST(EksPodDensity, IsSilentWhenTheLastOneJustFits)
{
    EXPECT_TRUE(findingsOf(cluster("10.0.64.0/20", "10.0.96.0/20", {{"type", "m5.large"}, {"max", 2}}, 52).build(),
                           "eks-pod-density")
                    .empty());
}

TEST(EksPodDensity, IsSilentForUnknownTypesAndNumbers)
{
    EXPECT_TRUE(findingsOf(cluster("10.0.64.0/20", "10.0.96.0/20", {{"type", "z9.huge"}, {"max", 1}}, 999).build(),
                           "eks-pod-density")
                    .empty());
    auto unsaid =
        cluster("10.0.64.0/20", "10.0.96.0/20", {{"type", "m5.large"}, {"max", 1}}, 999).set("api", "replicas", {});
    EXPECT_TRUE(findingsOf(unsaid.build(), "eks-pod-density").empty());
}

}  // namespace
}  // namespace lintel
