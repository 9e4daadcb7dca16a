#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder design(Value support, Value hostnames)
{
    DesignBuilder design;
    design.block("vpc", "vpc").block("app", "subnet", "vpc");
    if (!support.isNull()) design.set("vpc", "dns-support", support);
    if (!hostnames.isNull()) design.set("vpc", "dns-hostnames", hostnames);
    return design;
}

std::size_t findings(const DesignBuilder& draft) { return findingsOf(draft.build(), "vpc-dns-off").size(); }

TEST(VpcDnsOff, FindsWhatNeedsHostnamesAndSwitchesThemOn)
{
    const auto document =
        design({}, {}).block("endpoint", "vpc-endpoint-interface", "vpc", {{"service", "sqs"}}).build();
    const auto found = findingsOf(document, "vpc-dns-off");
    ASSERT_EQ(found.size(), 1u) << "off until somebody turns it on";
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].message.id, "rule.vpc-dns-off.message");
    EXPECT_TRUE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "switch-on-dns");
}

TEST(VpcDnsOff, FindsResolutionOff)
{
    const auto found = findingsOf(design(false, true).block("eks", "eks-cluster", "vpc").build(), "vpc-dns-off");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.vpc-dns-off.resolution");
}

TEST(VpcDnsOff, FindsAPrivateZoneOfTheVpc)
{
    EXPECT_EQ(
        findings(
            design({}, {}).block("zone", "route53-zone", "", {{"private", true}}).connect("zone", "vpc", "", "attach")),
        1u);
    EXPECT_EQ(findings(design({}, {}).block("zone", "route53-zone", "", {{"private", true}})), 0u)
        << "of which VPC, nobody says";
    EXPECT_EQ(findings(design({}, {}).block("zone", "route53-zone").connect("zone", "vpc", "", "attach")), 0u)
        << "a public one";
}

TEST(VpcDnsOff, IsSilentWhereItIsOnOrNotNeeded)
{
    EXPECT_EQ(findings(design({}, true).block("eks", "eks-cluster", "vpc")), 0u);
    EXPECT_EQ(findings(design(false, false).block("server", "ec2-instance", "app")), 0u);
    EXPECT_EQ(findings(design({}, {}).block("s3", "vpc-endpoint-gateway", "vpc")), 0u)
        << "a gateway endpoint is a route";
    EXPECT_EQ(findings(design({}, {}).block("endpoint", "vpc-endpoint-interface", "vpc", {{"private-dns", false}})),
              0u);
    EXPECT_EQ(
        findings(
            design({}, {}).block("other", "vpc", "", {{"dns-hostnames", true}}).block("eks", "eks-cluster", "other")),
        0u);
}

}  // namespace
}  // namespace lintel
