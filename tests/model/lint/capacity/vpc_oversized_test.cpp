#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::twoZones;

DesignBuilder besideAnOffice(const char* range)
{
    DesignBuilder design = twoZones().set("vpc", "cidr", range).block("api", "ec2-instance", "app-a");
    return design.block("office", "external-network", "", {{"cidr", "192.168.0.0/20"}});
}

TEST(VpcOversized, FindsAWholeSixteenForAFewServers)
{
    const auto found = findingsOf(besideAnOffice("10.0.0.0/16").build(), "vpc-oversized");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
}

TEST(VpcOversized, IsSilentForARangeThatFits)
{
    EXPECT_TRUE(findingsOf(besideAnOffice("10.0.0.0/20").build(), "vpc-oversized").empty());
}

TEST(VpcOversized, IsSilentAloneForManyServersAndForEmptyPlans)
{
    EXPECT_TRUE(findingsOf(besideAnOffice("10.0.0.0/16").remove("office").build(), "vpc-oversized").empty());
    EXPECT_TRUE(
        findingsOf(besideAnOffice("10.0.0.0/16").set("vpc", "default-vpc", true).build(), "vpc-oversized").empty());
    EXPECT_TRUE(findingsOf(besideAnOffice("10.0.0.0/16").remove("api").build(), "vpc-oversized").empty());
    auto full = besideAnOffice("10.0.0.0/16")
                    .block("asg", "auto-scaling-group", "vpc", {{"subnets", ids({"app-a"})}, {"max", 5000}});
    EXPECT_TRUE(findingsOf(full.build(), "vpc-oversized").empty());
}

}  // namespace
}  // namespace lintel
