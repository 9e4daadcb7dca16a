#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Finding;
using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

std::vector<Finding> ofVpc(const char* cidr, std::initializer_list<const char*> secondary = {})
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", cidr}});
    if (secondary.size() > 0) design.set("vpc", "secondary-cidrs", support::ids(secondary));
    return findingsOf(design.build(), "cidr-illegal");
}

DesignBuilder withSubnet(const char* vpc, const char* subnet)
{
    DesignBuilder design;
    return design.block("vpc", "vpc", "", {{"cidr", vpc}}).block("app", "subnet", "vpc", {{"cidr", subnet}});
}

std::string variantOf(const std::vector<Finding>& found)
{
    const std::string prefix = "rule.cidr-illegal.";
    return found.size() == 1 ? found[0].message.id.substr(prefix.size()) : "findings: " + std::to_string(found.size());
}

TEST(CidrIllegal, FindsSizesThatAwsRefuses)
{
    EXPECT_EQ(variantOf(ofVpc("10.0.0.0/15")), "too-large");
    EXPECT_EQ(variantOf(ofVpc("10.0.0.0/29")), "too-small");
    EXPECT_EQ(variantOf(findingsOf(withSubnet("10.0.0.0/16", "10.0.0.0/29").build(), "cidr-illegal")), "too-small");
}

TEST(CidrIllegal, IsSilentForTheSmallestAndTheLargest)
{
    EXPECT_TRUE(ofVpc("10.0.0.0/16").empty());
    EXPECT_TRUE(ofVpc("10.0.0.0/28").empty());
    EXPECT_TRUE(ofVpc("").empty()) << "not drawn yet";
    EXPECT_TRUE(findingsOf(withSubnet("10.0.0.0/16", "10.0.0.16/28").build(), "cidr-illegal").empty());
}

TEST(CidrIllegal, FindsWhatIsNoRange)
{
    EXPECT_EQ(variantOf(ofVpc("10.0.0.0")), "unreadable");
    EXPECT_EQ(variantOf(ofVpc("10.0.0.256/16")), "unreadable");
}

TEST(CidrIllegal, DropsHostBits)
{
    const auto document = withSubnet("10.0.0.0/16", "10.0.0.5/24").build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(variantOf(found), "host-bits");
    EXPECT_EQ(found[0].severity, Severity::Error);
    support::expectFixes(document, found[0], "legal-range");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("app"))->property("cidr").toString(), "10.0.0.0/24");
}

TEST(CidrIllegal, NarrowsAVpcToTheBlockAroundItsSubnets)
{
    const auto document = withSubnet("10.0.0.0/8", "10.7.1.0/24").build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(variantOf(found), "too-large");
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "legal-range");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("vpc"))->property("cidr").toString(), "10.7.0.0/16");
}

TEST(CidrIllegal, DoesNotNarrowAVpcThatNeedsItsWidth)
{
    auto design = withSubnet("10.0.0.0/8", "10.7.1.0/24");
    design.block("far", "subnet", "vpc", {{"cidr", "10.8.1.0/24"}});
    const auto found = findingsOf(design.build(), "cidr-illegal");
    ASSERT_EQ(variantOf(found), "too-large");
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(CidrIllegal, MovesASubnetThatIsTooSmall)
{
    auto design = withSubnet("10.0.0.0/16", "10.0.0.16/29");
    design.block("first", "subnet", "vpc", {{"cidr", "10.0.0.0/28"}});
    const auto document = design.build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "move-subnet-range");
}

TEST(CidrIllegal, FindsLinkLocalAddresses)
{
    EXPECT_EQ(variantOf(ofVpc("169.254.0.0/16")), "link-local");
    EXPECT_TRUE(ofVpc("169.253.0.0/16").empty());
}

TEST(CidrIllegal, FindsASecondaryRangeThatMayNotStandBesideTheFirst)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "",
                 {{"cidr", "10.2.0.0/16"}, {"secondary-cidrs", support::ids({"10.3.0.0/16", "192.168.0.0/16"})}});
    const auto document = design.build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(variantOf(found), "restricted");
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_FALSE(found[0].fixes[0].automatic) << "a range that somebody wanted";
    support::expectFixes(document, found[0], "legal-range");
    EXPECT_TRUE(ofVpc("10.2.0.0/16", {"10.3.0.0/16", "100.64.0.0/16"}).empty());
}

TEST(CidrIllegal, OnlyAdvisesAgainstTheRangeOfServices)
{
    const auto found = ofVpc("172.17.0.0/16");
    ASSERT_EQ(variantOf(found), "service-range");
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_TRUE(ofVpc("172.18.0.0/16").empty());
    const auto both = findingsOf(withSubnet("172.17.0.0/16", "172.17.0.0/24").build(), "cidr-illegal");
    EXPECT_EQ(both.size(), 1u) << "said once, about the VPC";
}

TEST(CidrIllegal, FindsAnAddressThatAwsKeeps)
{
    auto design = withSubnet("10.0.0.0/16", "10.0.1.0/24");
    design.block("server", "ec2-instance", "app", {{"private-ip", "10.0.1.3"}});
    const auto document = design.build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(variantOf(found), "reserved");
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"server", "app"}));
    support::expectFixes(document, found[0], "free-address");

    EXPECT_EQ(findingsOf(design.set("server", "private-ip", "10.0.1.255").build(), "cidr-illegal").size(), 1u);
    EXPECT_TRUE(findingsOf(design.set("server", "private-ip", "10.0.1.4").build(), "cidr-illegal").empty());
}

TEST(CidrIllegal, SettlesSeveralRangesAtOnce)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.2.0.1/16"}, {"secondary-cidrs", support::ids({"10.3.7.0/16"})}});
    const auto document = design.build();
    const auto found = findingsOf(document, "cidr-illegal");
    ASSERT_EQ(variantOf(found), "host-bits");
    support::expectFixes(document, found[0], "legal-range");
}

}  // namespace
}  // namespace lintel
