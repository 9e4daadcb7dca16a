#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

/// Two VPCs and an office, not connected yet.
DesignBuilder design(const char* other)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("other", "vpc", "", {{"cidr", other}});
    return design.block("office", "external-network", "", {{"cidr", "10.0.8.0/22"}});
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "connected-cidr-overlap");
}

TEST(ConnectedCidrOverlap, FindsAPeeringAndMovesOneVpcWithAllItHolds)
{
    auto draft = design("10.0.0.0/16");
    draft.block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    draft.block("app", "subnet", "other", {{"cidr", "10.0.3.0/24"}})
        .block("server", "ec2-instance", "app", {{"private-ip", "10.0.3.10"}});
    draft.block("sg", "security-group", "other",
                {{"inbound", rows({row({{"ports", "80"}, {"source", "10.0.3.0/24"}}),
                                   row({{"ports", "22"}, {"source", "203.0.113.10/32"}})})}});
    const auto document = draft.build();
    const auto found = findingsOf(document, "connected-cidr-overlap");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"vpc", "other"}));
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"vpc", "pcx", "other"}));
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "renumber-vpc");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    const auto text = [&](const char* id, const char* key) {
        return fixed.blocks.find(model::BlockId(id))->property(key).toString();
    };
    EXPECT_EQ(text("other", "cidr"), "10.1.0.0/16");
    EXPECT_EQ(text("app", "cidr"), "10.1.3.0/24");
    EXPECT_EQ(text("server", "private-ip"), "10.1.3.10");
    const auto& inbound = fixed.blocks.find(model::BlockId("sg"))->property("inbound").toList();
    EXPECT_EQ(inbound[0]["source"].toString(), "10.1.3.0/24");
    EXPECT_EQ(inbound[1]["source"].toString(), "203.0.113.10/32");
}

TEST(ConnectedCidrOverlap, SecondaryRangesCountAsWell)
{
    auto draft = design("10.1.0.0/16");
    draft.block("pcx", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    EXPECT_TRUE(findings(draft).empty());
    EXPECT_EQ(findings(draft.set("other", "secondary-cidrs", ids({"10.0.128.0/17"}))).size(), 1u);
}

TEST(ConnectedCidrOverlap, ASharedTransitGatewayConnects)
{
    auto draft = design("10.0.0.0/16");
    EXPECT_EQ(findings(draft.block("tgw", "transit-gateway", "", {{"attachments", ids({"vpc", "other"})}})).size(), 1u);
    EXPECT_TRUE(findings(draft.set("tgw", "attachments", ids({"vpc"}))).empty());
}

TEST(ConnectedCidrOverlap, FollowsDirectConnectToTheOffice)
{
    auto draft = design("10.1.0.0/16");
    draft.block("dx", "direct-connect").block("vgw", "virtual-private-gateway", "vpc");
    draft.connect("office", "dx", "", "attach").connect("dx", "vgw", "", "attach");
    const auto found = findings(draft);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"vpc", "vgw", "dx", "office"}));
    EXPECT_TRUE(findings(draft.set("office", "cidr", "10.9.0.0/16")).empty());
}

TEST(ConnectedCidrOverlap, ATunnelIsTheOfficeItLeadsTo)
{
    auto draft = design("10.1.0.0/16");
    draft.block("vpn", "site-to-site-vpn", "vpc", {{"remote-cidr", "10.0.8.0/22"}});
    EXPECT_EQ(findings(draft).size(), 1u) << "its own word, while no office is drawn";
    EXPECT_EQ(findings(draft.connect("office", "vpn", "", "attach")).size(), 1u) << "one network, said once";
}

TEST(ConnectedCidrOverlap, VpnClientsNeedAddressesOfTheirOwn)
{
    auto draft = design("10.1.0.0/16");
    EXPECT_EQ(findings(draft.block("vpn", "client-vpn", "vpc", {{"client-cidr", "10.0.0.0/22"}})).size(), 1u);
    EXPECT_TRUE(findings(draft.set("vpn", "client-cidr", "10.100.0.0/22")).empty());
}

TEST(ConnectedCidrOverlap, IsSilentForNetworksThatNothingConnects)
{
    EXPECT_TRUE(findings(design("10.0.0.0/16")).empty());
}

TEST(ConnectedCidrOverlap, APeeringDoesNotConnectFurther)
{
    auto draft = design("10.1.0.0/16");
    draft.block("third", "vpc", "", {{"cidr", "10.0.0.0/16"}});
    draft.block("one", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", "other"}});
    draft.block("two", "vpc-peering", "", {{"requester", "other"}, {"accepter", "third"}});
    EXPECT_TRUE(findings(draft).empty()) << "vpc and third never meet";
}

}  // namespace
}  // namespace lintel
