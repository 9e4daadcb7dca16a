#include "model/io/policy_reader.h"
#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using namespace model;
using lint::Finding;
using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

constexpr const char* kRule = "assertion-violated";

std::vector<Finding> findingsUnder(const std::string& policyText, const Document& document)
{
    auto policy = io::readPolicy("policy: 1\n" + policyText, "policy.yaml", embedded::catalogue());
    if (!policy) {
        ADD_FAILURE() << embedded::messages().render(policy.error(), text::Language::English);
        return {};
    }
    lint::Circumstances circumstances;
    circumstances.policy = std::make_shared<const lint::Policy>(*policy);
    std::vector<Finding> found;
    for (Finding& finding : lint::Linter::run(document, embedded::catalogue(), circumstances))
        if (finding.rule == kRule) found.push_back(std::move(finding));
    return found;
}

/// Web servers behind a load balancer, a database that they use, and a batch server beside them.
DesignBuilder shop(const char* databaseSource = "sg-web")
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("rt-data", "route-table", "vpc");
    for (const char* zone : {"a", "c"}) {
        const std::string z = zone;
        const std::string third = z == "a" ? "0" : "1";
        design.block("az-" + z, "availability-zone", "vpc", {{"zone", z}});
        design.block("public-" + z, "subnet", "az-" + z, {{"cidr", "10.0." + third + ".0/24"}, {"route-table", "rt"}});
        design.block("data-" + z, "subnet", "az-" + z,
                     {{"cidr", "10.0.1" + third + ".0/24"}, {"route-table", "rt-data"}});
    }
    const auto group = [&](const char* id, const char* port, const char* source) {
        design.block(id, "security-group", "vpc",
                     {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", port}, {"source", source}})})}});
    };
    group("sg-alb", "443", "0.0.0.0/0");
    group("sg-web", "8080", "sg-alb");
    group("sg-batch", "22", "10.0.0.0/16");
    group("sg-db", "3306", databaseSource);
    design.block("alb", "alb", "vpc",
                 {{"scheme", "internet-facing"},
                  {"subnets", ids({"public-a", "public-c"})},
                  {"security-groups", ids({"sg-alb"})},
                  {"listeners", rows({row({{"port", 443}, {"protocol", "https"}})})}});
    design.block("web", "ec2-instance", "public-a", {{"security-groups", ids({"sg-web"})}});
    design.block("batch", "ec2-instance", "public-c", {{"security-groups", ids({"sg-batch"})}});
    design.block("db", "rds-instance", "vpc",
                 {{"engine", "mysql"}, {"subnets", ids({"data-a", "data-c"})}, {"security-groups", ids({"sg-db"})}});
    design.connect("alb", "web", "8080").connect("web", "db", "3306");
    return design;
}

TEST(AssertionViolated, IsSilentWithoutAPolicy)
{
    EXPECT_TRUE(support::findingsOf(shop("0.0.0.0/0").build(), kRule).empty());
}

TEST(AssertionViolated, OnlyFromFindsEverybodyElse)
{
    const std::string policy =
        "assertions:\n  db-from-web: {only-from: web, to: 'kind:rds-instance', reason: 개인정보}\n";
    EXPECT_TRUE(findingsUnder(policy, shop().build()).empty());
    const auto found = findingsUnder(policy, shop("10.0.0.0/16").build());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"db"});
    EXPECT_EQ(found[0].message.id, "rule.assertion-violated.only-from");
    EXPECT_EQ(found[0].witness.front(), "alb");
    EXPECT_EQ(found[0].witness.back(), "db");
    EXPECT_EQ(found[0].severity, lint::Severity::Error);
}

/// The web servers answer the load balancer's requests, not the users': an intermediary is no way around.
TEST(AssertionViolated, OnlyFromLetsTheLoadBalancerStandForWhomItServes)
{
    EXPECT_TRUE(
        findingsUnder("assertions:\n  web-from-alb: {only-from: alb, to: web, port: 8080}\n", shop().build()).empty());
}

TEST(AssertionViolated, NoPathSeesTheWholeWay)
{
    const std::string policy = "assertions:\n  closed: {no-path: internet, to: web, port: 8080, severity: warning}\n";
    const auto found = findingsUnder(policy, shop().build());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, lint::Severity::Warning);
    EXPECT_NE(std::find(found[0].witness.begin(), found[0].witness.end(), "alb"), found[0].witness.end());
    EXPECT_TRUE(findingsUnder("assertions:\n  closed: {no-path: internet, to: db}\n", shop().build()).empty());
    EXPECT_TRUE(findingsUnder("assertions:\n  closed: {no-path: batch, to: db}\n", shop().build()).empty());
    EXPECT_EQ(findingsUnder("assertions:\n  closed: {no-path: web, to: db}\n", shop().build()).size(), 1u);
}

TEST(AssertionViolated, SeesWhatIsOpenOverIpv6Alone)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"ipv6-cidr", "2001:db8:0:100::/56"}});
    design.block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc", {{"routes", rows({row({{"destination", "::/0"}, {"target", "igw"}})})}});
    design.block("net", "subnet", "vpc",
                 {{"cidr", "10.0.0.0/24"}, {"ipv6-cidr", "2001:db8:0:100::/64"}, {"route-table", "rt"}});
    design.block("sg", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "::/0"}})})}});
    design.block("server", "ec2-instance", "net", {{"security-groups", ids({"sg"})}});
    const char* policy = "assertions:\n  closed: {no-path: internet, to: server, port: 22}\n";
    const auto found = findingsUnder(policy, design.build());
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(findingsUnder(policy, design.set("net", "ipv6-cidr", Value()).build()).size(), 0u);
}

TEST(AssertionViolated, MustTraverseLooksForWaysAround)
{
    const std::string policy =
        "assertions:\n  behind-alb: {must-traverse: 'kind:alb', from: internet, to: web, port: 8080}\n";
    EXPECT_TRUE(findingsUnder(policy, shop().build()).empty());
    const Document open =
        shop()
            .set("web", "public-ip", true)
            .set("sg-web", "inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "0.0.0.0/0"}})}))
            .build();
    const auto found = findingsUnder(policy, open);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.assertion-violated.must-traverse");
    EXPECT_EQ(std::find(found[0].witness.begin(), found[0].witness.end(), "alb"), found[0].witness.end());
}

TEST(AssertionViolated, AWebAclIsPassedByWhatItGuards)
{
    const std::string policy =
        "assertions:\n  filtered: {must-traverse: 'kind:waf-web-acl', from: internet, to: web, port: 8080}\n";
    EXPECT_EQ(findingsUnder(policy, shop().build()).size(), 1u);
    EXPECT_TRUE(
        findingsUnder(policy, shop().block("acl", "waf-web-acl", "").set("alb", "web-acl", "acl").build()).empty());
}

TEST(AssertionViolated, ChecksNamesPropertiesAndRegions)
{
    const std::string policy =
        "names:\n  lower: {kinds: [rds-instance], pattern: '[a-z-]+-(dev|prod)'}\n"
        "required:\n  owned: {kinds: [rds-instance], properties: [tags.owner, engine]}\n"
        "regions: [ap-northeast-2]\n";
    const Document document = shop().block("tokyo", "region", "", {{"region", "ap-northeast-1"}}).build();
    const auto found = findingsUnder(policy, document);
    ASSERT_EQ(found.size(), 3u);
    // About the same block, and still three findings that can be decided one by one.
    EXPECT_NE(found[1].fingerprint, found[2].fingerprint);
    const Document tidy =
        DesignBuilder(document)
            .set("tokyo", "region", "ap-northeast-2")
            .set("db", "tags", row({{"owner", "team-a"}}))
            .remove("db")
            .block("orders-prod", "rds-instance", "vpc", {{"engine", "mysql"}, {"tags", row({{"owner", "team-a"}})}})
            .build();
    EXPECT_TRUE(findingsUnder(policy, tidy).empty());
}

TEST(AssertionViolated, TheTeamSwitchesRulesAndSetsSeverities)
{
    lint::Circumstances circumstances;
    const auto rulesFound = [&](const std::string& text) {
        circumstances.policy = std::make_shared<const lint::Policy>(
            io::readPolicy("policy: 1\n" + text, "p", embedded::catalogue()).value());
        std::map<std::string, lint::Severity> found;
        const Document design = shop().set("db", "multi-az", false).profile("small").build();
        for (const Finding& finding : lint::Linter::run(design, embedded::catalogue(), circumstances))
            found[finding.rule] = finding.severity;
        return found;
    };
    EXPECT_EQ(rulesFound("").at("rds-single-az"), lint::Severity::Info);
    EXPECT_EQ(rulesFound("rules: {rds-single-az: error}").at("rds-single-az"), lint::Severity::Error);
    EXPECT_FALSE(rulesFound("rules: {rds-single-az: off}").contains("rds-single-az"));
}

}  // namespace
}  // namespace lintel
