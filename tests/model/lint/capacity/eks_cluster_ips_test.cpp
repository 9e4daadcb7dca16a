#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

DesignBuilder cluster(const char* range)
{
    return twoZones()
        .set("app-a", "cidr", range)
        .block("eks", "eks-cluster", "vpc", {{"subnets", ids({"app-a", "app-c"})}});
}

TEST(EksClusterIps, FindsASubnetWithoutRoomForTheControlPlane)
{
    auto draft =
        cluster("10.0.1.0/28").block("asg", "auto-scaling-group", "vpc", {{"subnets", ids({"app-a"})}, {"max", 6}});
    const auto found = findingsOf(draft.build(), "eks-cluster-ips");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"eks", "app-a"}));
}

TEST(EksClusterIps, FewAreAHint)
{
    auto draft = cluster("10.0.1.0/28").block("api", "ec2-instance", "app-a");
    const auto found = findingsOf(draft.build(), "eks-cluster-ips");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(EksClusterIps, IsSilentForASubnetOfItsOwnAndForRoomyOnes)
{
    EXPECT_TRUE(findingsOf(cluster("10.0.1.0/28").build(), "eks-cluster-ips").empty());
    EXPECT_TRUE(
        findingsOf(cluster("10.0.1.0/26").block("api", "ec2-instance", "app-a").build(), "eks-cluster-ips").empty());
    EXPECT_TRUE(findingsOf(cluster("").build(), "eks-cluster-ips").empty());
}

}  // namespace
}  // namespace lintel
