#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::row;
using support::rows;

constexpr const char* kRule = "data-internet-path";

/// A MySQL database with a public address in a public subnet, open to everybody, and an API server beside it.
DesignBuilder design()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("subnet", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}});
    design.block("sg-api", "security-group", "vpc")
        .block("api", "ec2-instance", "subnet", {{"security-groups", support::ids({"sg-api"})}});
    design.block("sg", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "0.0.0.0/0"}})})}});
    design.block("db", "rds-instance", "subnet",
                 {{"engine", "mysql"}, {"publicly-accessible", true}, {"security-groups", support::ids({"sg"})}});
    return design.connect("api", "db", "3306");
}

DesignBuilder& inbound(DesignBuilder& draft, const char* ports, const char* source)
{
    return draft.set("sg", "inbound", rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})}));
}

TEST(DataInternetPath, ShowsTheWholeWay)
{
    const auto found = findingsOf(design().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt", "subnet", "sg", "db"}));
}

TEST(DataInternetPath, ClosesItToAllButTheDrawnClient)
{
    const auto document = design().build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "close");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_FALSE(fixed->blocks.find(model::BlockId("db"))->property("publicly-accessible").toBool());
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg"))->property("inbound"),
              rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg-api"}})}));
    EXPECT_TRUE(findingsOf(*fixed, "sg-blocks-edge").empty());
    EXPECT_TRUE(findingsOf(*fixed, kRule).empty());
}

TEST(DataInternetPath, KeepsWhatElseTheRuleLetsIn)
{
    auto draft = design();
    const auto document = inbound(draft, "443,3000-4000", "0.0.0.0/0").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    const auto fixed = model::edit::apply(document, found[0].fixes.at(0).change);
    ASSERT_TRUE(fixed);
    const auto left = fixed->blocks.find(model::BlockId("sg"))->property("inbound").toList();
    ASSERT_EQ(left.size(), 2u);
    EXPECT_EQ(left[0]["ports"].toString(), "443,3000-3305,3307-4000");
    EXPECT_EQ(left[0]["source"].toString(), "0.0.0.0/0");
    EXPECT_EQ(left[1]["source"].toString(), "sg-api");
}

TEST(DataInternetPath, TakesThePortOfTheEngine)
{
    auto draft = design();
    draft.set("db", "engine", "postgres");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty()) << "3306 is not its port";
    EXPECT_EQ(findingsOf(inbound(draft, "5432", "0.0.0.0/0").build(), kRule).size(), 1u);
}

TEST(DataInternetPath, TwoHalvesOfTheInternetAreTheInternet)
{
    auto draft = design();
    draft.set("sg", "inbound",
              rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "0.0.0.0/1"}}),
                    row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "128.0.0.0/1"}})}));
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "close");
}

TEST(DataInternetPath, IsOnlyAWarningAboutTheRuleWhenThereIsNoWayIn)
{
    for (const char* missing : {"flag", "route", "gateway"}) {
        auto draft = design();
        if (missing == std::string("flag")) draft.set("db", "publicly-accessible", false);
        if (missing == std::string("route")) draft.set("rt", "routes", model::Value());
        if (missing == std::string("gateway")) draft.remove("igw");
        const auto document = draft.build();
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u) << missing;
        EXPECT_EQ(found[0].severity, Severity::Warning) << missing;
        EXPECT_EQ(found[0].message.id, "rule.data-internet-path.latent") << missing;
        support::expectFixes(document, found[0], "close");
    }
}

TEST(DataInternetPath, ANetworkAclInBetweenDecides)
{
    auto draft = design();
    draft.block(
        "acl", "network-acl", "vpc",
        {{"inbound",
          rows(
              {row({{"rule", 90}, {"action", "deny"}, {"protocol", "tcp"}, {"ports", "3306"}, {"source", "0.0.0.0/0"}}),
               row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"source", "0.0.0.0/0"}})})},
         {"outbound",
          rows({row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"destination", "0.0.0.0/0"}})})}});
    draft.set("subnet", "network-acl", "acl");
    ASSERT_EQ(findingsOf(draft.build(), kRule).size(), 1u);
    EXPECT_EQ(findingsOf(draft.build(), kRule)[0].severity, Severity::Warning);
    // The deny comes too late when its number is higher.
    draft.set(
        "acl", "inbound",
        rows({row({{"rule", 110}, {"action", "deny"}, {"protocol", "tcp"}, {"ports", "3306"}, {"source", "0.0.0.0/0"}}),
              row({{"rule", 100}, {"action", "allow"}, {"protocol", "all"}, {"source", "0.0.0.0/0"}})}));
    EXPECT_EQ(findingsOf(draft.build(), kRule)[0].severity, Severity::Error);
    // Replies go to high ports and need a rule of their own.
    draft.set("acl", "outbound",
              rows({row({{"rule", 100},
                         {"action", "allow"},
                         {"protocol", "tcp"},
                         {"ports", "443"},
                         {"destination", "0.0.0.0/0"}})}));
    EXPECT_EQ(findingsOf(draft.build(), kRule)[0].severity, Severity::Warning);
}

TEST(DataInternetPath, FindsSoftwareOnAServerWithAPublicAddress)
{
    auto draft = design();
    draft.remove("api-db").remove("db");
    draft.block("host", "ec2-instance", "subnet", {{"public-ip", true}, {"security-groups", support::ids({"sg"})}})
        .block("mysql", "mysql", "host");
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"mysql"});
    support::expectFixes(document, found[0], "close");
}

TEST(DataInternetPath, FindsTheWayThroughALoadBalancer)
{
    auto draft = design();
    draft.set("db", "publicly-accessible", false);
    inbound(draft, "3306", "10.0.0.0/16");
    draft.block("host", "ec2-instance", "subnet",
                {{"role", "database"}, {"ports", "3306"}, {"security-groups", support::ids({"sg"})}});
    draft.block("nlb", "nlb", "vpc",
                {{"scheme", "internet-facing"},
                 {"subnets", support::ids({"subnet"})},
                 {"listeners", rows({row({{"protocol", "TCP"}, {"port", 3306}, {"target", "tg"}})})}});
    draft.block("tg", "target-group", "vpc",
                {{"protocol", "TCP"}, {"port", 3306}, {"targets", support::ids({"host"})}});
    const auto found = findingsOf(draft.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"host"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt", "subnet", "nlb", "tg", "sg", "host"}));
    draft.set("nlb", "scheme", "internal");
    EXPECT_TRUE(findingsOf(draft.build(), kRule).empty());
}

TEST(DataInternetPath, IsSilentWhenOnlyKnownOnesGetIn)
{
    for (const char* source : {"sg-api", "203.0.113.10/32", "203.0.113.0/24", "10.0.0.0/8", "cloudfront"}) {
        auto draft = design();
        EXPECT_TRUE(findingsOf(inbound(draft, "3306", source).build(), kRule).empty()) << source;
    }
    auto udp = design();
    udp.set("sg", "inbound", rows({row({{"protocol", "udp"}, {"ports", "3306"}, {"source", "0.0.0.0/0"}})}));
    EXPECT_TRUE(findingsOf(udp.build(), kRule).empty());
}

TEST(DataInternetPath, AsksWhenSomebodyOutsideIsDrawnUsingIt)
{
    const auto found = findingsOf(design().block("users", "users").connect("users", "db", "3306").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
}

}  // namespace
}  // namespace lintel
