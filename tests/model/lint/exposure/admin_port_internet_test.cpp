#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

#include <algorithm>

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::row;
using support::rows;

constexpr const char* kRule = "admin-port-internet";

/// A bastion with a public address whose group has one rule.
DesignBuilder design(const char* ports, const char* source)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("az-a", "availability-zone", "vpc", {{"zone", "a"}});
    design.block("subnet", "subnet", "az-a",
                 {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}, {"auto-assign-public-ip", true}});
    design.block("sg", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})})}});
    return design.block("server", "ec2-instance", "subnet", {{"security-groups", support::ids({"sg"})}});
}

std::vector<std::string> fixesOf(const model::lint::Finding& finding)
{
    std::vector<std::string> ids;
    for (const auto& fix : finding.fixes) ids.push_back(fix.id);
    return ids;
}

model::Value inboundAfter(const model::Document& document, const model::lint::Finding& finding, const std::string& id)
{
    const auto fix =
        std::find_if(finding.fixes.begin(), finding.fixes.end(), [&](const auto& one) { return one.id == id; });
    return model::edit::apply(document, fix->change)->blocks.find(model::BlockId("sg"))->property("inbound");
}

TEST(AdminPortInternet, FindsSshAndShowsTheWay)
{
    const auto document = design("22", "0.0.0.0/0").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt", "subnet", "sg", "server"}));
    EXPECT_EQ(fixesOf(found[0]), (std::vector<std::string>{"restrict-to-address", "use-session-manager"}));
    for (const auto& fix : found[0].fixes) {
        support::expectFixes(document, found[0], fix.id);
        EXPECT_FALSE(fix.automatic) << "who may get in is not ours to decide";
    }
    EXPECT_EQ(inboundAfter(document, found[0], "restrict-to-address"),
              rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "203.0.113.10/32"}})}));
    EXPECT_TRUE(inboundAfter(document, found[0], "use-session-manager").toList().empty());
}

TEST(AdminPortInternet, NamesEveryPortOfAWideRule)
{
    const auto document = design("0-65535", "0.0.0.0/0").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NE(model::embedded::messages()
                  .render(found[0].message, model::text::Language::English)
                  .find("SSH 22, RDP 3389, WinRM 5985, WinRM 5986"),
              std::string::npos);
    EXPECT_EQ(inboundAfter(document, found[0], "use-session-manager").toList().at(0)["ports"].toString(),
              "0-21,23-3388,3390-5984,5987-65535");
}

TEST(AdminPortInternet, LetsTheDrawnOfficeInByItself)
{
    auto draft = design("22", "0.0.0.0/0");
    draft.block("office", "external-network", "", {{"cidr", "198.51.100.0/28"}});
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(fixesOf(found[0]), (std::vector<std::string>{"restrict-to-office", "use-session-manager"}));
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "restrict-to-office");
    EXPECT_EQ(inboundAfter(document, found[0], "restrict-to-office").toList().at(0)["source"].toString(),
              "198.51.100.0/28");
}

TEST(AdminPortInternet, OffersTheBastionToOtherServers)
{
    auto draft = design("22", "0.0.0.0/0");
    draft.block("sg-bastion", "security-group", "vpc");
    draft.block("bastion", "ec2-instance", "subnet",
                {{"role", "bastion"}, {"security-groups", support::ids({"sg-bastion"})}});
    const auto document = draft.build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "restrict-to-bastion");
    EXPECT_EQ(inboundAfter(document, found[0], "restrict-to-bastion").toList().at(0)["source"].toString(),
              "sg-bastion");
}

TEST(AdminPortInternet, KeepsTheDrawnSshOfAnotherServer)
{
    auto draft = design("22", "0.0.0.0/0");
    draft.block("sg-ci", "security-group", "vpc")
        .block("ci", "ec2-instance", "subnet", {{"security-groups", support::ids({"sg-ci"})}, {"public-ip", false}});
    const auto document = draft.connect("ci", "server", "22").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "use-session-manager");
    EXPECT_EQ(inboundAfter(document, found[0], "use-session-manager"),
              rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "sg-ci"}})}));
}

TEST(AdminPortInternet, ARuleThatNothingIsReachedByIsANote)
{
    for (const char* missing : {"address", "route", "member"}) {
        auto draft = design("3389", "0.0.0.0/0");
        if (missing == std::string("address")) draft.set("server", "public-ip", false);
        if (missing == std::string("route")) draft.set("rt", "routes", model::Value());
        if (missing == std::string("member")) draft.remove("server");
        const auto document = draft.build();
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u) << missing;
        EXPECT_EQ(found[0].severity, Severity::Info) << missing;
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"sg"}) << missing;
        support::expectFixes(document, found[0], "use-session-manager");
    }
}

TEST(AdminPortInternet, ToldOnceForAHostAndItsGroup)
{
    auto draft = design("22", "0.0.0.0/0");
    draft.block("hidden", "ec2-instance", "subnet", {{"public-ip", false}, {"security-groups", support::ids({"sg"})}});
    const auto found = findingsOf(draft.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
}

TEST(AdminPortInternet, FindsSshThroughANetworkLoadBalancer)
{
    auto draft = design("22", "10.0.0.0/16");
    draft.set("server", "public-ip", false);
    draft.block("nlb", "nlb", "vpc",
                {{"scheme", "internet-facing"},
                 {"subnets", support::ids({"subnet"})},
                 {"listeners", rows({row({{"protocol", "TCP"}, {"port", 22}, {"target", "tg"}})})}});
    draft.block("tg", "target-group", "vpc",
                {{"protocol", "TCP"}, {"port", 22}, {"targets", support::ids({"server"})}});
    const auto found = findingsOf(draft.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt", "subnet", "nlb", "tg", "sg", "server"}));
}

TEST(AdminPortInternet, IsSilentForKnownSourcesAndOtherPorts)
{
    EXPECT_TRUE(findingsOf(design("22", "203.0.113.10/32").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design("22", "10.0.0.0/8").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design("22", "sg").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design("80,443", "0.0.0.0/0").build(), kRule).empty());
    auto udp = design("22", "0.0.0.0/0");
    udp.set("sg", "inbound", rows({row({{"protocol", "udp"}, {"ports", "22"}, {"source", "0.0.0.0/0"}})}));
    EXPECT_TRUE(findingsOf(udp.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
