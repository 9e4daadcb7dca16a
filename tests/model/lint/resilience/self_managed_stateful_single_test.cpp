#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

const char* const kRule = "self-managed-stateful-single";

/// A Kafka host and an application server that are not connected yet.
DesignBuilder kafka(model::Properties software = {}, model::Properties host = {})
{
    return DesignBuilder()
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("host", "ec2-instance", "subnet", std::move(host))
        .block("kafka", "kafka", "host", std::move(software))
        .block("app", "ec2-instance", "subnet", {{"role", "application"}});
}

TEST(SelfManagedStatefulSingle, FindsOneBrokerThatOthersNeedAndCountsHostAndSoftwareOnce)
{
    const auto found =
        findingsOf(kafka({{"replicas", 1}}, {{"role", "broker"}}).connect("app", "kafka", "9092").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"host", "kafka"}));
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"app", "app-kafka", "kafka"}));
}

TEST(SelfManagedStatefulSingle, SoftwareDrawnOnceIsOne)
{
    EXPECT_EQ(findingsOf(kafka().connect("app", "kafka", "9092").build(), kRule).size(), 1u);
    EXPECT_EQ(findingsOf(kafka().connect("app", "host", "9092").build(), kRule).size(), 1u)
        << "the port says what the call is for";
}

TEST(SelfManagedStatefulSingle, AHostWithTheRoleAloneCounts)
{
    const auto design = DesignBuilder()
                            .block("vpc", "vpc")
                            .block("subnet", "subnet", "vpc")
                            .block("db", "ec2-instance", "subnet", {{"role", "database"}})
                            .block("app", "ec2-instance", "subnet")
                            .connect("app", "db", "3306")
                            .build();
    EXPECT_EQ(findingsOf(design, kRule).size(), 1u);
}

TEST(SelfManagedStatefulSingle, ProfileSoftensIt)
{
    const auto found = findingsOf(kafka().profile("small").connect("app", "kafka").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
}

TEST(SelfManagedStatefulSingle, IsSilentForThreeMembers)
{
    EXPECT_TRUE(findingsOf(kafka({{"replicas", 3}}).connect("app", "kafka").build(), kRule).empty());
}

TEST(SelfManagedStatefulSingle, IsSilentForMembersThatReplicate)
{
    auto draft = kafka({{"replicas", 1}}).connect("app", "kafka");
    draft.block("host-2", "ec2-instance", "subnet").block("kafka-2", "kafka", "host-2", {{"replicas", 1}});
    draft.connect("kafka", "kafka-2", "9092", "replication");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
}

TEST(SelfManagedStatefulSingle, IsSilentWhenNobodyElseNeedsIt)
{
    EXPECT_TRUE(findingsOf(kafka({{"replicas", 1}}).build(), kRule).empty()) << "nobody is connected";
    auto draft = kafka({{"replicas", 1}});
    draft.block("spring", "spring", "host").connect("spring", "kafka", "9092");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty()) << "only its own host uses it";
}

TEST(SelfManagedStatefulSingle, WhoCallsTheApplicationDoesNotCallItsDatabase)
{
    auto draft = DesignBuilder()
                     .block("vpc", "vpc")
                     .block("subnet", "subnet", "vpc")
                     .block("server", "ec2-instance", "subnet", {{"role", "application"}})
                     .block("mysql", "mysql", "server")
                     .block("alb", "alb", "vpc")
                     .connect("alb", "server", "80");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
}

TEST(SelfManagedStatefulSingle, ShellAccessIsNoDependence)
{
    EXPECT_TRUE(
        findingsOf(kafka({}, {{"role", "broker"}}).connect("app", "host", "22", "manage").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
