#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoZones;

DesignBuilder cluster(int services)
{
    auto design = twoZones()
                      .profile("small")
                      .block("eks", "eks-cluster", "vpc")
                      .block("nodes", "eks-node-group", "eks")
                      .block("grafana", "grafana", "nodes");
    for (int at = 0; at < services; ++at) design.block("api-" + std::to_string(at), "eks-workload", "nodes");
    return design;
}

TEST(OverProvisioned, AsksAboutAClusterForAFewServices)
{
    const auto found = findingsOf(cluster(3).build(), "over-provisioned");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"eks"});
}

TEST(OverProvisioned, AsksAboutAGatewayInEachOfThreeZones)
{
    auto draft = twoZones().profile("learning");
    for (const char* nat : {"nat-1", "nat-2", "nat-3"}) draft.block(nat, "nat-gateway", "public-a");
    const auto found = findingsOf(draft.build(), "over-provisioned");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"nat-1", "nat-2", "nat-3"}));
}

TEST(OverProvisioned, IsSilentInProductionForManyServicesAndForAnEmptyCluster)
{
    EXPECT_TRUE(findingsOf(cluster(3).profile("production").build(), "over-provisioned").empty());
    EXPECT_TRUE(findingsOf(cluster(4).build(), "over-provisioned").empty());
    EXPECT_TRUE(findingsOf(cluster(0).build(), "over-provisioned").empty());
}

}  // namespace
}  // namespace lintel
