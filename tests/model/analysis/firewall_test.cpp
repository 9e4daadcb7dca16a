#include "model/analysis/firewall.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::row;
using support::rows;

Value in(const char* ports, const char* source, const char* protocol = "tcp")
{
    return row({{"protocol", protocol}, {"ports", ports}, {"source", source}});
}

/// A server in a subnet guarded by `sg`, and another guarded by `sg-other`.
DesignBuilder network(Value inbound)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}});
    design.block("app", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}})
        .block("web", "subnet", "vpc", {{"cidr", "10.0.2.0/24"}});
    design.block("sg", "security-group", "vpc", {{"inbound", std::move(inbound)}})
        .block("sg-other", "security-group", "vpc");
    design.block("server", "ec2-instance", "app", {{"security-groups", support::ids({"sg"})}});
    return design.block("caller", "ec2-instance", "web", {{"security-groups", support::ids({"sg-other"})}});
}

graph::ArchitectureGraph graphOf(const DesignBuilder& design) { return {design.build(), embedded::catalogue()}; }

std::string admittedFrom(const DesignBuilder& design, const Peer& peer, std::string_view protocol = "tcp")
{
    return admitted(graphOf(design), {BlockId("sg")}, Direction::Inbound, peer, protocol).text();
}

std::string admittedFrom(const DesignBuilder& design, const char* block)
{
    const auto graph = graphOf(design);
    return admitted(graph, {BlockId("sg")}, Direction::Inbound, peerOf(graph, BlockId(block))).text();
}

TEST(Firewall, AddsUpWhatItsRulesAllow)
{
    const auto design =
        network(rows({in("22", "10.0.2.0/24"), in("80,443", "sg-other"), in("5432", "192.168.0.0/16")}));
    EXPECT_EQ(admittedFrom(design, "caller"), "22,80,443");
    EXPECT_EQ(admittedFrom(design, Peer::internet()), "");
}

TEST(Firewall, AGroupAsSourceMeansItsMembersOnly)
{
    auto design = network(rows({in("80", "sg-other")}));
    EXPECT_EQ(admittedFrom(design, "caller"), "80");
    EXPECT_EQ(admittedFrom(design.set("caller", "security-groups", support::ids({"sg"})), "caller"), "");
}

TEST(Firewall, AProtocolLetsItsOwnThrough)
{
    const auto design =
        network(rows({in("53", "0.0.0.0/0", "udp"), in("", "0.0.0.0/0", "icmp"), in("443", "0.0.0.0/0", "all")}));
    EXPECT_EQ(admittedFrom(design, Peer::internet(), "tcp"), "443");
    EXPECT_EQ(admittedFrom(design, Peer::internet(), "udp"), "53,443");
}

TEST(Firewall, CloudFrontIsKnownByItsPrefixList)
{
    auto design = network(rows({in("443", "cloudfront")}));
    design.block("cdn", "cloudfront");
    EXPECT_EQ(admittedFrom(design, "cdn"), "443");
    EXPECT_EQ(admittedFrom(design, Peer::internet()), "");
    EXPECT_EQ(admittedFrom(network(rows({in("443", "0.0.0.0/0")})).block("cdn", "cloudfront"), "cdn"), "443");
}

TEST(Firewall, OutboundThatIsNotDrawnIsEverythingAndDrawnIsOnlyThat)
{
    auto design = network(rows({}));
    const auto out = [&] { return admitted(graphOf(design), {BlockId("sg")}, Direction::Outbound, Peer::internet()); };
    EXPECT_TRUE(out().isAll());
    design.set("sg", "outbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"destination", "0.0.0.0/0"}})}));
    EXPECT_EQ(out().text(), "443");
    design.set("sg", "outbound", rows({}));
    EXPECT_TRUE(out().isEmpty());
}

TEST(Firewall, FindsTheRowsThatAreOpenToTheInternet)
{
    const auto graph = graphOf(network(
        rows({in("22", "203.0.113.10/32"), in("22", "0.0.0.0/0"), in("80", "0.0.0.0/0"), in("", "0.0.0.0/1")})));
    std::vector<std::size_t> open;
    for (const OpenRow& one : rowsOpenToInternet(graph, {BlockId("sg")}, PortSet::one(22))) open.push_back(one.row);
    EXPECT_EQ(open, (std::vector<std::size_t>{1, 3})) << "half of the internet is the internet, an office is not";
}

TEST(Firewall, PeersAreKnownByGroupsRangesOrBeingOutside)
{
    auto design = network(rows({}));
    design.block("office", "external-network", "", {{"cidr", "203.0.113.0/28"}})
        .block("me", "users", "office")
        .block("users", "users");
    const auto graph = graphOf(design);
    EXPECT_EQ(peerOf(graph, BlockId("me")).ranges.at(0).text(), "203.0.113.0/28");
    EXPECT_FALSE(peerOf(graph, BlockId("me")).anywhere);
    EXPECT_TRUE(peerOf(graph, BlockId("users")).anywhere);
    EXPECT_EQ(peerOf(graph, BlockId("caller")).securityGroups, std::vector<BlockId>{BlockId("sg-other")});
    EXPECT_FALSE(isKnown({}));
    EXPECT_TRUE(isKnown(Peer::internet()));
}

Value rule(int number, const char* action, const char* ports, const char* range, const char* end)
{
    return row({{"rule", number}, {"action", action}, {"ports", ports}, {end, range}});
}

bool aclLets(Value inbound, Value outbound, int port)
{
    auto design = network(rows({}));
    design.block("acl", "network-acl", "vpc", {{"inbound", std::move(inbound)}, {"outbound", std::move(outbound)}});
    return aclAdmitsFromInternet(graphOf(design.set("app", "network-acl", "acl")), BlockId("app"), port);
}

TEST(Firewall, AclRulesAreTriedInOrderAndRepliesNeedOne)
{
    const Value allOut = rows({rule(100, "allow", "", "0.0.0.0/0", "destination")});
    EXPECT_TRUE(aclAdmitsFromInternet(graphOf(network(rows({}))), BlockId("app"), 443))
        << "none drawn: AWS's default lets everything through";
    EXPECT_TRUE(aclLets(rows({rule(100, "allow", "443", "0.0.0.0/0", "source")}), allOut, 443));
    EXPECT_FALSE(aclLets(rows({rule(100, "allow", "443", "0.0.0.0/0", "source")}), allOut, 22));
    EXPECT_FALSE(
        aclLets(rows({rule(100, "allow", "", "0.0.0.0/0", "source"), rule(90, "deny", "22", "0.0.0.0/0", "source")}),
                allOut, 22));
    EXPECT_TRUE(
        aclLets(rows({rule(100, "allow", "", "0.0.0.0/0", "source"), rule(110, "deny", "22", "0.0.0.0/0", "source")}),
                allOut, 22));
    EXPECT_FALSE(aclLets(rows({rule(100, "allow", "443", "0.0.0.0/0", "source")}),
                         rows({rule(100, "allow", "443", "0.0.0.0/0", "destination")}), 443))
        << "the reply goes to a high port";
}

}  // namespace
}  // namespace lintel::model::analysis
