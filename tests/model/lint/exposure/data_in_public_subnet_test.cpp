#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::row;
using support::rows;

constexpr const char* kRule = "data-in-public-subnet";

/// One zone with a public subnet and, where wanted, a private one.
DesignBuilder network(const char* publicDestination = "0.0.0.0/0")
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", publicDestination}, {"target", "igw"}})})}});
    design.block("rt-local", "route-table", "vpc");
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}});
    return design.block("public-a", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}});
}

DesignBuilder& addPrivate(DesignBuilder& design, const std::string& zone, const char* range)
{
    if (zone != "a") design.block("az-" + zone, "availability-zone", "vpc", {{"zone", zone}});
    return design.block("private-" + zone, "subnet", "az-" + zone, {{"cidr", range}, {"route-table", "rt-local"}});
}

const model::Block& blockAfter(const model::Document& document, const model::lint::Finding& finding, const char* id)
{
    static model::Document fixed;
    fixed = *model::edit::apply(document, finding.fixes.at(0).change);
    return *fixed.blocks.find(model::BlockId(id));
}

TEST(DataInPublicSubnet, FindsADatabaseAndProvesItByTheRoute)
{
    const auto document = network().block("db", "rds-instance", "public-a").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.data-in-public-subnet.message");
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"db", "public-a", "rt", "igw"}));
}

TEST(DataInPublicSubnet, DrawsPrivateSubnetsInTwoZonesAndMovesTheDatabaseThere)
{
    const auto document = network().block("db", "rds-instance", "public-a").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const model::Block& moved = blockAfter(document, found[0], "db");
    EXPECT_EQ(moved.parent, model::BlockId("data-a")) << "the zone stays";
    EXPECT_EQ(moved.property("subnets"), support::ids({"data-a", "data-c"}));
    EXPECT_EQ(blockAfter(document, found[0], "data-a").property("cidr").toString(), "10.0.1.0/24");
    EXPECT_EQ(blockAfter(document, found[0], "data-c").property("cidr").toString(), "10.0.2.0/24");
    EXPECT_TRUE(blockAfter(document, found[0], "rt-data").property("routes").isNull()) << "leads nowhere outside";
}

TEST(DataInPublicSubnet, TakesPrivateSubnetsThatExist)
{
    auto draft = network();
    addPrivate(draft, "a", "10.0.1.0/24");
    addPrivate(draft, "c", "10.0.2.0/24").block("db", "rds-instance", "public-a");
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_EQ(found[0].fixes[0].change.blocks.size(), 1u) << "nothing is drawn";
    EXPECT_EQ(blockAfter(document, found[0], "db").property("subnets"), support::ids({"private-a", "private-c"}));
}

TEST(DataInPublicSubnet, APublicSubnetInTheGroupIsEnough)
{
    auto draft = network();
    addPrivate(draft, "c", "10.0.2.0/24");
    draft.block("db", "rds-instance", "private-c", {{"subnets", support::ids({"private-c", "public-a"})}});
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.data-in-public-subnet.group");
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_EQ(blockAfter(document, found[0], "db").parent, model::BlockId("private-c"))
        << "it runs in a good place already";
    EXPECT_EQ(blockAfter(document, found[0], "db").property("subnets"), support::ids({"private-c", "data-a"}));
}

TEST(DataInPublicSubnet, MovesTheInstancesOfAClusterWithIt)
{
    auto draft = network();
    draft.block("aurora", "aurora-cluster", "vpc", {{"subnets", support::ids({"public-a"})}});
    draft.block("writer", "aurora-instance", "public-a", {{"cluster", "aurora"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u) << "the cluster speaks for its instances";
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"aurora"});
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_EQ(blockAfter(document, found[0], "writer").parent, model::BlockId("data-a"));
}

TEST(DataInPublicSubnet, FindsACacheAndAFileSystem)
{
    const auto document = network()
                              .block("redis", "elasticache", "public-a")
                              .block("files", "efs", "vpc", {{"subnets", support::ids({"public-a"})}})
                              .build();
    EXPECT_EQ(findingsOf(document, kRule).size(), 2u);
}

TEST(DataInPublicSubnet, FindsAnInstanceWhoseJobIsData)
{
    auto draft = network();
    draft.block("by-role", "ec2-instance", "public-a", {{"role", "database"}});
    draft.block("by-contents", "ec2-instance", "public-a").block("mongo", "mongodb", "by-contents");
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 2u);
    support::expectFixes(document, found[0], "move-to-private");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "it may need a way out for updates";
}

TEST(DataInPublicSubnet, TheFirstServerWithEverythingOnItIsNotADataStore)
{
    auto draft = network();
    draft.block("server", "ec2-instance", "public-a", {{"role", "application"}}).block("mysql", "mysql", "server");
    draft.block("untold", "ec2-instance", "public-a")
        .block("app", "spring", "untold")
        .block("mysql-2", "mysql", "untold");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
}

TEST(DataInPublicSubnet, ARouteToAPartnerOnlyIsANote)
{
    const auto found = findingsOf(network("203.0.113.0/24").block("db", "rds-instance", "public-a").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].message.id, "rule.data-in-public-subnet.narrow");
}

TEST(DataInPublicSubnet, NamesAndFlagsAreNoEvidence)
{
    auto draft = network();
    addPrivate(draft, "c", "10.0.2.0/24")
        .set("private-c", "label", "public")
        .set("private-c", "auto-assign-public-ip", true);
    draft.block("db", "rds-instance", "private-c", {{"publicly-accessible", true}});
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
}

TEST(DataInPublicSubnet, AnInternetGatewayOfAnotherVpcIsNoWayIn)
{
    auto draft = network();
    draft.block("vpc-2", "vpc", "", {{"cidr", "10.1.0.0/16"}})
        .block("other", "subnet", "vpc-2", {{"route-table", "rt-2"}});
    draft.block("rt-2", "route-table", "vpc-2",
                {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    EXPECT_TRUE(findingsOf(draft.block("db", "rds-instance", "other").build(), kRule).empty());
}

TEST(DataInPublicSubnet, TheImplicitMainTableCounts)
{
    auto draft = network();
    draft.set("rt", "main", true)
        .set("public-a", "route-table", model::Value())
        .block("db", "rds-instance", "public-a");
    EXPECT_EQ(findingsOf(draft.build(), kRule).size(), 1u);
}

TEST(DataInPublicSubnet, AsksBeforeCuttingOffSomebodyOutside)
{
    const auto document = network()
                              .block("db", "rds-instance", "public-a")
                              .block("users", "users")
                              .connect("users", "db", "3306")
                              .build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(DataInPublicSubnet, OffersNothingWhenTheVpcIsFull)
{
    const auto found =
        findingsOf(network().set("vpc", "cidr", "10.0.0.0/24").block("db", "rds-instance", "public-a").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

}  // namespace
}  // namespace lintel
