#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "quorum-az";

/// Replicating members, one instance for each named subnet.
support::DesignBuilder members(const char* kind, std::initializer_list<const char*> subnets)
{
    auto design = webDesign();
    design.block("az-b", "availability-zone", "vpc", {{"zone", "b"}})
        .block("private-b", "subnet", "az-b", {{"cidr", "10.0.20.0/24"}, {"route-table", "rt-private"}});
    int count = 0;
    for (const char* subnet : subnets) {
        const std::string id = "m" + std::to_string(++count);
        design.block(id, "ec2-instance", subnet, {{"role", "database"}}).block(id + "-data", kind, id);
        design.connect("app-a", id, "27017");
        if (count > 1) design.connect("m1-data", id + "-data", {}, "replication");
    }
    return design;
}

TEST(QuorumAz, TwoMembersSurviveNothing)
{
    const auto found = findingsOf(members("mongodb", {"private-a", "private-c"}).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"m1", "m2"}));
    EXPECT_EQ(found[0].message.id, "rule.quorum-az.message");
}

TEST(QuorumAz, TwoZonesNeverHoldAMajorityEach)
{
    const auto document = members("mongodb", {"private-a", "private-a", "private-c"}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.quorum-az.zones");
    EXPECT_EQ(found[0].message.arguments.back().value, "a 2 / c 1");
    support::expectFixes(document, found[0], "third-zone");
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(QuorumAz, IsSilentForOneInEachOfThreeZones)
{
    EXPECT_TRUE(findingsOf(members("mongodb", {"private-a", "private-b", "private-c"}).build(), kRule).empty());
}

TEST(QuorumAz, AnEvenNumberIsNoGainForMongoButFineForKafka)
{
    EXPECT_EQ(
        findingsOf(members("mongodb", {"private-a", "private-a", "private-b", "private-c"}).build(), kRule).size(), 1u);
    auto design = members("kafka", {"private-a", "private-b", "private-b", "private-c"});
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u) << "losing zone b leaves two of four";
    EXPECT_EQ(found[0].message.id, "rule.quorum-az.zones");
}

TEST(QuorumAz, PrimaryAndReplicaOfMysqlElectNobody)
{
    EXPECT_TRUE(findingsOf(members("mysql", {"private-a", "private-c"}).build(), kRule).empty());
}

TEST(QuorumAz, IsSilentWhileZonesAreNotDrawn)
{
    auto design = members("mongodb", {"private-a", "private-a", "private-c"});
    design.block("open", "subnet", "vpc");
    design.block("m3", "ec2-instance", "open", {{"role", "database"}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
