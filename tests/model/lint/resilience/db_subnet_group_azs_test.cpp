#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder design(std::initializer_list<const char*> subnets)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("rt", "route-table", "vpc");
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}})
        .block("az-c", "availability-zone", "vpc", {{"zone", "c"}});
    design.block("data-a", "subnet", "az-a", {{"cidr", "10.0.8.0/24"}, {"route-table", "rt"}});
    design.block("rds", "rds-instance", "data-a", {{"engine", "mysql"}});
    if (subnets.size() > 0) design.set("rds", "subnets", support::ids(subnets));
    return design;
}

TEST(DbSubnetGroupAzs, FindsOneZoneAndAddsASubnetOfAnother)
{
    const auto document = design({"data-a"}).build();
    const auto found = findingsOf(document, "db-subnet-group-azs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"rds"});
    support::expectFixes(document, found[0], "add-zone");
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("data-c"))->parent, model::BlockId("az-c")) << "the zone drawn is used";
}

TEST(DbSubnetGroupAzs, NeverAddsAPublicSubnet)
{
    auto draft = design({"data-a"});
    draft.block("igw", "internet-gateway", "vpc");
    draft.set("rt", "routes", support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})}));
    draft.block("public-c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "db-subnet-group-azs");
    ASSERT_EQ(found.size(), 1u);
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    const std::string added = fixed->blocks.find(model::BlockId("rds"))->property("subnets").toList().at(1).toString();
    EXPECT_NE(added, "public-c");
    EXPECT_NE(fixed->blocks.find(model::BlockId(added))->property("route-table").toString(), "rt");
    support::expectFixes(document, found[0], "add-zone");
}

TEST(DbSubnetGroupAzs, TwoSubnetsOfOneZoneAreStillOneZone)
{
    auto draft = design({"data-a", "data-a2"});
    draft.block("data-a2", "subnet", "az-a", {{"cidr", "10.0.9.0/24"}, {"route-table", "rt"}});
    EXPECT_EQ(findingsOf(draft.build(), "db-subnet-group-azs").size(), 1u);
}

TEST(DbSubnetGroupAzs, AsksAuroraToo)
{
    auto draft = design({});
    draft.block("aurora", "aurora-cluster", "vpc", {{"subnets", support::ids({"data-a"})}});
    const auto found = findingsOf(draft.build(), "db-subnet-group-azs");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects.front(), "aurora");
}

TEST(DbSubnetGroupAzs, IsSilentForTwoZones)
{
    auto draft = design({"data-a", "data-c"});
    draft.block("data-c", "subnet", "az-c", {{"cidr", "10.0.9.0/24"}, {"route-table", "rt"}});
    EXPECT_TRUE(findingsOf(draft.build(), "db-subnet-group-azs").empty());
}

TEST(DbSubnetGroupAzs, IsSilentWhenTheGroupIsNotDeclared)
{
    EXPECT_TRUE(findingsOf(design({}).build(), "db-subnet-group-azs").empty());
}

}  // namespace
}  // namespace lintel
