// What is alike in every zone is one resource over the zones; what differs in anything is written out.
#include "exporters/terraform/folder/manifest.h"
#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/exported_design.h"
#include "tests/exporters/terraform/formatting.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform {
namespace {

using model::Properties;
using support::row;
using support::rows;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

Properties with(Properties properties, const Properties& more)
{
    for (const auto& [key, value] : more) properties[key] = value;
    return properties;
}

Properties to(const char* target)
{
    return {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", target}})})}};
}

void addZone(support::DesignBuilder& draw, const std::string& letter, int number, const Properties& ofPublic)
{
    const auto id = [&](const char* stem) { return std::string(stem) + "-" + letter; };
    draw.block(id("az").c_str(), "availability-zone", "net", {{"zone", letter}});
    draw.block(id("public").c_str(), "subnet", id("az").c_str(),
               with({{"cidr", "10.0." + std::to_string(number) + ".0/24"}, {"route-table", "rt"}}, ofPublic));
    draw.block(id("nat").c_str(), "nat-gateway", id("public").c_str());
    draw.block(id("rt-private").c_str(), "route-table", "net", to(id("nat").c_str()));
    draw.block(id("app").c_str(), "subnet", id("az").c_str(),
               {{"cidr", "10.0." + std::to_string(number + 10) + ".0/24"}, {"route-table", id("rt-private")}});
}

/// Two zones alike, but for what is said of the public subnet of the second.
model::Document twoZones(const Properties& ofSecond = {}, bool both = true)
{
    support::DesignBuilder draw;
    draw.block("net", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "net")
        .block("rt", "route-table", "net", to("igw"));
    addZone(draw, "a", 0, {});
    if (both) addZone(draw, "c", 1, ofSecond);
    return draw.build();
}

std::vector<ResourceRecord> recordsOf(const model::Document& document)
{
    return exportWithRecords(document, model::embedded::catalogue(), model::embedded::messages(),
                             model::text::Language::English)
        .resources;
}

TEST(ZoneGroups, BecomeOneResourceOverTheZones)
{
    const auto files = test::exported(twoZones());
    EXPECT_THAT(test::blockOf(files, "aws_subnet.public"),
                AllOf(HasSubstr("for_each = {\n"), HasSubstr("local.zones[each.key]"),
                      HasSubstr("cidrsubnet(aws_vpc.net.cidr_block, 8, 1)")));
    EXPECT_THAT(test::blockOf(files, "aws_nat_gateway.nat"),
                AllOf(HasSubstr("aws_subnet.public[each.key].id"), HasSubstr("aws_eip.nat[each.key].id")));
    EXPECT_THAT(test::blockOf(files, "aws_route.rt_private_default"),
                AllOf(HasSubstr("= aws_route_table.rt_private\n"), HasSubstr("= each.value.id\n"),
                      HasSubstr("aws_nat_gateway.nat[each.key].id")));
    EXPECT_THAT(test::blockOf(files, "aws_route_table_association.app"),
                AllOf(HasSubstr("= aws_subnet.app\n"), HasSubstr("aws_route_table.rt_private[each.key].id")));
    EXPECT_THAT(test::blockOf(files, "aws_route_table_association.public"), HasSubstr("aws_route_table.rt.id"));
    EXPECT_THAT(test::formattingProblems(test::codeOf(files)), IsEmpty());
    EXPECT_THAT(test::undeclaredNames(test::codeOf(files)), IsEmpty());
}

TEST(ZoneGroups, LeaveApartWhatDiffersInMoreThanTheZone)
{
    const auto files = test::exported(twoZones({{"auto-assign-public-ip", true}}));
    EXPECT_THAT(test::blockOf(files, "aws_subnet.public_a"), Not(HasSubstr("map_public_ip_on_launch")));
    EXPECT_THAT(test::blockOf(files, "aws_subnet.public_c"), HasSubstr("map_public_ip_on_launch"));
    EXPECT_THAT(test::blockOf(files, "aws_nat_gateway.nat_a"), HasSubstr("aws_subnet.public_a.id"));
    EXPECT_THAT(test::blockOf(files, "aws_subnet.app"), HasSubstr("for_each")) << "alike whatever the others are";
    EXPECT_THAT(test::blockOf(files, "aws_route_table_association.app_a"),
                AllOf(HasSubstr("aws_subnet.app[\"a\"].id"), HasSubstr("aws_route_table.rt_private_a.id")));
}

TEST(ZoneGroups, AreNamedInWholeWhereAllOfThemAreMeant)
{
    model::edit::Transaction draw{twoZones()};
    draw.put(model::Block{model::BlockId("db"),
                          model::KindId("rds-instance"),
                          "",
                          model::BlockId("net"),
                          {{"engine", "mysql"}, {"subnets", support::ids({"app-a", "app-c"})}}});
    EXPECT_THAT(test::blockOf(test::exported(draw.document()), "aws_db_subnet_group.db"),
                HasSubstr("values(aws_subnet.app)[*].id"));
}

TEST(ZoneGroups, MoveWhatWasBuiltOneByOne)
{
    folder::Manifest before;
    before.resources = recordsOf(twoZones({}, false));
    const auto there = folder::movesBetween(before, recordsOf(twoZones()));
    EXPECT_THAT(there,
                AllOf(Contains(Pair("aws_subnet.public_a", "aws_subnet.public[\"a\"]")),
                      Contains(Pair("aws_nat_gateway.nat_a", "aws_nat_gateway.nat[\"a\"]")),
                      Contains(Pair("aws_eip.nat_a", "aws_eip.nat[\"a\"]")),
                      Contains(Pair("aws_route.rt_private_a_default", "aws_route.rt_private_default[\"a\"]")),
                      Contains(Pair("aws_route_table_association.app_a", "aws_route_table_association.app[\"a\"]"))));
    before.resources = recordsOf(twoZones());
    const auto back = folder::movesBetween(before, recordsOf(twoZones({}, false)));
    EXPECT_THAT(back, Contains(Pair("aws_subnet.public[\"a\"]", "aws_subnet.public_a")));
}

}  // namespace
}  // namespace lintel::exporters::terraform
