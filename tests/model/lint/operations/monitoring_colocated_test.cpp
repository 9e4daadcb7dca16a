#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder host(model::Properties properties = {})
{
    return DesignBuilder()
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("host", "ec2-instance", "subnet", std::move(properties));
}

TEST(MonitoringColocated, FindsOnePerHostHoweverMuchRunsThere)
{
    const auto found = findingsOf(
        host().block("app", "spring", "host").block("grafana", "grafana", "host").block("loki", "loki", "host").build(),
        "monitoring-colocated");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"host", "grafana", "loki"}));
}

TEST(MonitoringColocated, AnApplicationHostNeedsNoSoftwareDrawn)
{
    const auto found =
        findingsOf(host({{"role", "application"}}).block("loki", "loki", "host").build(), "monitoring-colocated");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.monitoring-colocated.host");
}

TEST(MonitoringColocated, MembersOfAnAutoScalingGroupAreCopies)
{
    auto draft = host({{"auto-scaling-group", "asg"}}).block("asg", "auto-scaling-group", "vpc");
    draft.block("twin", "ec2-instance", "subnet", {{"auto-scaling-group", "asg"}});
    draft.block("app", "spring", "host").block("loki", "loki", "twin");
    EXPECT_EQ(findingsOf(draft.build(), "monitoring-colocated").size(), 1u);
}

TEST(MonitoringColocated, FindsMonitoringBesideAWorkloadOnOneNodeGroup)
{
    auto draft =
        DesignBuilder().block("vpc", "vpc").block("eks", "eks-cluster", "vpc").block("nodes", "eks-node-group", "eks");
    draft.block("api", "eks-workload", "nodes").block("prometheus", "prometheus", "nodes");
    EXPECT_EQ(findingsOf(draft.build(), "monitoring-colocated").size(), 1u);
}

TEST(MonitoringColocated, IsSilentForAMachineOfItsOwn)
{
    auto draft = host({{"role", "monitoring"}}).block("grafana", "grafana", "host").block("proxy", "nginx", "host");
    draft.block("exporter", "process", "host").block("other", "ec2-instance", "subnet").block("app", "spring", "other");
    EXPECT_TRUE(findingsOf(draft.build(), "monitoring-colocated").empty());
}

}  // namespace
}  // namespace lintel
