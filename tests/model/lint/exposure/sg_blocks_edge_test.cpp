#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::row;
using support::rows;

constexpr const char* kRule = "sg-blocks-edge";

/// An API that is drawn talking to MySQL; both have groups without rules.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("subnet", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}});
    design.block("sg-api", "security-group", "vpc").block("sg-db", "security-group", "vpc");
    design.block("api", "ec2-instance", "subnet", {{"security-groups", support::ids({"sg-api"})}});
    design.block("db", "rds-instance", "subnet", {{"engine", "mysql"}, {"security-groups", support::ids({"sg-db"})}});
    return design.connect("api", "db", "3306");
}

DesignBuilder allowed(const char* protocol, const char* ports, const char* source)
{
    return design().set("sg-db", "inbound",
                        rows({row({{"protocol", protocol}, {"ports", ports}, {"source", source}})}));
}

TEST(SgBlocksEdge, FindsWhatTheReceiverDoesNotLetIn)
{
    const auto document = design().build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"api-db", "sg-db"}));
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"api", "sg-api", "sg-db", "db"}));
    support::expectFixes(document, found[0], "allow");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)
                  ->blocks.find(model::BlockId("sg-db"))
                  ->property("inbound"),
              rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg-api"}})}))
        << "the least that lets it through";
}

TEST(SgBlocksEdge, FindsWhatTheSenderDoesNotLetOut)
{
    auto draft = allowed("tcp", "3306", "sg-api");
    draft.set("sg-api", "outbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"destination", "0.0.0.0/0"}})}));
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.sg-blocks-edge.outbound");
    support::expectFixes(document, found[0], "allow");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg-api"))->property("outbound").toList().at(1),
              row({{"protocol", "tcp"}, {"ports", "3306"}, {"destination", "sg-db"}}));
}

TEST(SgBlocksEdge, OneFixOpensBothEnds)
{
    auto draft = design();
    draft.set("sg-api", "outbound", rows({}));
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.sg-blocks-edge.both");
    support::expectFixes(document, found[0], "allow");
}

TEST(SgBlocksEdge, AsksForThePortsThatAreMissingOnly)
{
    auto draft = allowed("tcp", "80", "sg-api");
    draft.remove("api-db").connect("api", "db", "80,443");
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "allow");
    EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)
                  ->blocks.find(model::BlockId("sg-db"))
                  ->property("inbound")
                  .toList()
                  .at(1)["ports"]
                  .toString(),
              "443");
}

TEST(SgBlocksEdge, TakesThePortOfTheEngineWhenNoneIsDrawn)
{
    auto draft = design();
    draft.remove("api-db").connect("api", "db");
    const auto found = findingsOf(draft.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    draft.set("sg-db", "inbound", rows({row({{"ports", 3306}, {"source", "sg-api"}})}));
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty()) << "ports without a protocol are TCP's";
}

TEST(SgBlocksEdge, ProtocolsAreToldApart)
{
    EXPECT_EQ(findingsOf(allowed("udp", "3306", "sg-api").build(), kRule).size(), 1u);
    EXPECT_TRUE(findingsOf(allowed("all", "", "sg-api").build(), kRule).empty());
    auto dns = design();
    model::edit::Transaction transaction(dns.build());
    model::Connection connection = *transaction.connection(model::ConnectionId("api-db"));
    connection.protocol = "udp";
    transaction.put(connection);
    transaction.setProperty(model::BlockId("sg-db"), "inbound", rows({row({{"ports", "3306"}, {"source", "sg-api"}})}));
    EXPECT_EQ(findingsOf(transaction.document(), kRule).size(), 1u) << "the rule is about TCP";
}

TEST(SgBlocksEdge, IsSilentForEveryWayToAllowIt)
{
    EXPECT_TRUE(findingsOf(allowed("tcp", "3306", "sg-api").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(allowed("tcp", "3000-4000", "10.0.0.0/16").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(allowed("tcp", "3306", "0.0.0.0/0").build(), kRule).empty());
    auto second = design();
    second.block("sg-more", "security-group", "vpc",
                 {{"inbound", rows({row({{"ports", "3306"}, {"source", "sg-api"}})})}});
    EXPECT_TRUE(
        findingsOf(second.set("db", "security-groups", support::ids({"sg-db", "sg-more"})).build(), kRule).empty())
        << "the rules of all groups add up";
}

TEST(SgBlocksEdge, AReferenceToAnotherGroupDoesNotHelp)
{
    EXPECT_EQ(findingsOf(allowed("tcp", "3306", "sg-db").build(), kRule).size(), 1u) << "sg-db's own members only";
    EXPECT_EQ(findingsOf(allowed("tcp", "3306", "10.0.2.0/24").build(), kRule).size(), 1u);
}

TEST(SgBlocksEdge, CloudFrontComesFromItsPrefixList)
{
    auto draft = design();
    draft.remove("api-db")
        .block("cdn", "cloudfront")
        .block("alb", "alb", "vpc", {{"security-groups", support::ids({"sg-db"})}});
    draft.connect("cdn", "alb", "443");
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "allow");
    EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)
                  ->blocks.find(model::BlockId("sg-db"))
                  ->property("inbound")
                  .toList()
                  .at(0)["source"]
                  .toString(),
              "cloudfront");
}

TEST(SgBlocksEdge, DoesNotOpenADatabaseToEverybody)
{
    auto draft = design();
    draft.remove("api-db").block("users", "users").connect("users", "db", "3306");
    const auto found = findingsOf(draft.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(SgBlocksEdge, OpensALoadBalancerToItsUsers)
{
    auto draft = design();
    draft.remove("api-db")
        .block("users", "users")
        .block("alb", "alb", "vpc", {{"security-groups", support::ids({"sg-db"})}});
    const auto document = draft.connect("users", "alb", "443").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "allow");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(SgBlocksEdge, SaysNothingAboutADraft)
{
    auto withoutGroups = design();
    withoutGroups.set("db", "security-groups", model::Value());
    EXPECT_TRUE(findingsOf(withoutGroups.build(), kRule).empty());
    auto withoutPorts = design();
    withoutPorts.remove("api-db").connect("db", "api");
    EXPECT_TRUE(findingsOf(withoutPorts.build(), kRule).empty()) << "nobody said what the API listens on";
}

TEST(SgBlocksEdge, OtherRelationsAndOneHostAreNotHeldAgainstIt)
{
    auto draft = design();
    draft.remove("api-db").connect("api", "db", "3306", "observe");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
    draft.block("nginx", "nginx", "api").block("spring", "spring", "api").connect("nginx", "spring", "8080");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty()) << "inside one host there is no security group";
}

}  // namespace
}  // namespace lintel
