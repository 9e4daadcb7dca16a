#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;

DesignBuilder design(bool isDefault)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "172.31.0.0/16"}, {"default-vpc", isDefault}});
    return design.block("front", "subnet", "vpc", {{"cidr", "172.31.0.0/20"}});
}

TEST(DefaultVpc, FindsServersAndDatabases)
{
    auto draft = design(true);
    draft.block("server", "ec2-instance", "front").block("nginx", "nginx", "server").block("db", "rds-instance", "vpc");
    const auto found = findingsOf(draft.build(), "default-vpc");
    ASSERT_EQ(found.size(), 1u) << "one word about the VPC, not one about each server";
    EXPECT_EQ(found[0].severity, model::lint::Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"db", "server"}));
}

TEST(DefaultVpc, IsSilentForAVpcOfOnesOwnWithTheSameRange)
{
    EXPECT_TRUE(findingsOf(design(false).block("server", "ec2-instance", "front").build(), "default-vpc").empty());
}

TEST(DefaultVpc, IsSilentWhileNothingRunsInIt)
{
    auto draft = design(true);
    draft.block("igw", "internet-gateway", "vpc").block("nat", "nat-gateway", "front").block("alb", "alb", "vpc");
    EXPECT_TRUE(findingsOf(draft.build(), "default-vpc").empty());
}

}  // namespace
}  // namespace lintel
