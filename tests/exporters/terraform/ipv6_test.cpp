// What a drawing says about IPv6, in code: AWS gives out the range, the drawing says which part of it a subnet gets.
#include "tests/exporters/terraform/accounting.h"
#include "tests/exporters/terraform/formatting.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform {
namespace {

using support::ids;
using support::row;
using support::rows;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

support::DesignBuilder dualStack()
{
    support::DesignBuilder draw;
    return draw.block("net", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"ipv6-cidr", "2001:db8:0:100::/56"}})
        .block("igw", "internet-gateway", "net")
        .block("eigw", "egress-only-internet-gateway", "net")
        .block("rt", "route-table", "net",
               {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}}),
                                 row({{"destination", "::/0"}, {"target", "eigw"}})})}})
        .block("az", "availability-zone", "net", {{"zone", "a"}})
        .block("az-c", "availability-zone", "net", {{"zone", "c"}})
        .block("app", "subnet", "az",
               {{"cidr", "10.0.1.0/24"}, {"ipv6-cidr", "2001:db8:0:101::/64"}, {"route-table", "rt"}})
        .block("app-c", "subnet", "az-c",
               {{"cidr", "10.0.2.0/24"}, {"ipv6-cidr", "2001:db8:0:1ff::/64"}, {"route-table", "rt"}})
        .block("guard", "security-group", "net",
               {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "::/0"}}),
                                  row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "2001:db8:0:101::/64"}})})}})
        .block("alb", "alb", "net",
               {{"subnets", ids({"app", "app-c"})},
                {"security-groups", ids({"guard"})},
                {"ip-address-type", "dualstack"},
                {"listeners", rows({row({{"protocol", "HTTP"}, {"port", 80}})})}});
}

TEST(Ipv6, SubnetsTakeTheirPlaceInTheRangeOfTheVpc)
{
    const auto files = test::exported(dualStack().build());
    EXPECT_THAT(test::blockOf(files, "aws_vpc.net"), HasSubstr("assign_generated_ipv6_cidr_block = true"));
    EXPECT_THAT(test::blockOf(files, "aws_subnet.app"),
                AllOf(HasSubstr("cidrsubnet(aws_vpc.net.ipv6_cidr_block, 8, 1)"),
                      HasSubstr("assign_ipv6_address_on_creation = true")));
    EXPECT_THAT(test::blockOf(files, "aws_subnet.app_c"), HasSubstr("cidrsubnet(aws_vpc.net.ipv6_cidr_block, 8, 255)"));
    EXPECT_THAT(test::unaccountedBlocks(dualStack().build(), files), IsEmpty());
}

TEST(Ipv6, RoutesAndRulesNameTheRangeThatAwsGivesOut)
{
    const auto files = test::exported(dualStack().build());
    EXPECT_THAT(test::blockOf(files, "aws_route.rt_default_ipv6"),
                AllOf(HasSubstr("destination_ipv6_cidr_block = \"::/0\""),
                      HasSubstr("egress_only_gateway_id      = aws_egress_only_internet_gateway.eigw.id")));
    EXPECT_THAT(test::blockOf(files, "aws_vpc_security_group_ingress_rule.guard_from_anywhere_ipv6_443"),
                HasSubstr("\"::/0\""));
    std::string all;
    for (const auto& [name, text] : files) all += text;
    EXPECT_THAT(all, Not(HasSubstr("\"2001:db8:0:101::/64\""))) << "drawn, but not what AWS will give out";
    EXPECT_THAT(test::blockOf(files, "aws_lb.alb"), HasSubstr("\"dualstack\""));
}

TEST(Ipv6, ASubnetOutsideOfItsVpcGetsNone)
{
    const auto design = dualStack().set("app", "ipv6-cidr", "2001:db8:0:200::/64").build();
    const auto files = test::exported(design);
    EXPECT_THAT(test::blockOf(files, "aws_subnet.app"), Not(HasSubstr("ipv6")));
    EXPECT_THAT(files.at("NOT-EXPORTED.md"), HasSubstr("2001:db8:0:200::/64"));
}

}  // namespace
}  // namespace lintel::exporters::terraform
