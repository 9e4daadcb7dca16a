#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "nat-instance";

support::DesignBuilder throughInstance()
{
    auto design = webDesign();
    design.block("nat", "ec2-instance", "public-a",
                 {{"role", "nat"}, {"public-ip", true}, {"source-destination-check", false}});
    return design.set("rt-private", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})}));
}

TEST(NatInstance, AsksForADecision)
{
    const auto document = throughInstance().profile("small").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"private-a", "private-c", "nat"}));
    support::expectFixes(document, found[0], "nat-gateway");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "it costs money every hour";
}

TEST(NatInstance, InProductionItIsAWarning)
{
    EXPECT_EQ(findingsOf(throughInstance().build(), kRule).at(0).severity, Severity::Warning);
}

TEST(NatInstance, IsSilentForANatGateway)
{
    auto design = throughInstance().block("gateway", "nat-gateway", "public-a");
    EXPECT_TRUE(
        findingsOf(
            design.set("rt-private", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "gateway"}})}))
                .build(),
            kRule)
            .empty());
}

TEST(NatInstance, ARouteToOneNetworkIsNoNat)
{
    auto design = throughInstance();
    EXPECT_TRUE(
        findingsOf(
            design.set("rt-private", "routes", rows({row({{"destination", "192.168.0.0/16"}, {"target", "nat"}})}))
                .build(),
            kRule)
            .empty());
}

}  // namespace
}  // namespace lintel
