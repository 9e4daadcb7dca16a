#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "kafka-replication";

/// Brokers that replicate, one for each named subnet; what is said stands at the first.
support::DesignBuilder brokers(std::initializer_list<const char*> subnets, model::Value factor, model::Value inSync)
{
    auto design = webDesign();
    design.block("az-b", "availability-zone", "vpc", {{"zone", "b"}});
    design.block("private-b", "subnet", "az-b", {{"cidr", "10.0.20.0/24"}, {"route-table", "rt-private"}});
    int count = 0;
    for (const char* subnet : subnets) {
        const std::string id = "k" + std::to_string(++count);
        design.block(id, "ec2-instance", subnet, {{"role", "broker"}}).block(id + "-kafka", "kafka", id);
        design.connect("app-a", id, "9092");
        if (count > 1) design.connect("k1-kafka", id + "-kafka", {}, "replication");
    }
    return design.set("k1-kafka", "replication-factor", std::move(factor))
        .set("k1-kafka", "min-insync-replicas", std::move(inSync));
}

TEST(KafkaReplication, FindsASingleCopyAndAsksForThree)
{
    const auto document = brokers({"private-a", "private-b", "private-c"}, 1, model::Value()).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.kafka-replication.message");
    support::expectFixes(document, found[0], "three-copies");
}

TEST(KafkaReplication, FindsMoreCopiesThanBrokersAndNoSlack)
{
    const auto tooMany = findingsOf(brokers({"private-a", "private-b", "private-c"}, 5, 2).build(), kRule);
    ASSERT_EQ(tooMany.size(), 1u);
    EXPECT_EQ(tooMany[0].message.id, "rule.kafka-replication.too-many");
    const auto noSlack = findingsOf(brokers({"private-a", "private-b", "private-c"}, 3, 3).build(), kRule);
    ASSERT_EQ(noSlack.size(), 1u);
    EXPECT_EQ(noSlack[0].message.id, "rule.kafka-replication.no-slack");
}

TEST(KafkaReplication, FindsTwoZonesThatCannotLoseOne)
{
    const auto found = findingsOf(brokers({"private-a", "private-a", "private-c"}, 3, 2).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.kafka-replication.zone");
    EXPECT_TRUE(found[0].fixes.empty()) << "a number does not move a broker";
}

TEST(KafkaReplication, IsSilentForThreeCopiesOfWhichTwoConfirm)
{
    EXPECT_TRUE(findingsOf(brokers({"private-a", "private-b", "private-c"}, 3, 2).build(), kRule).empty());
}

TEST(KafkaReplication, IsSilentWhereNobodySaysAndForALoneBroker)
{
    EXPECT_TRUE(
        findingsOf(brokers({"private-a", "private-b", "private-c"}, model::Value(), model::Value()).build(), kRule)
            .empty());
    EXPECT_TRUE(findingsOf(brokers({"private-a"}, 1, model::Value()).build(), kRule).empty())
        << "that is said about the broker";
}

}  // namespace
}  // namespace lintel
