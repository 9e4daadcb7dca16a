#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoZones;

DesignBuilder addresses()
{
    auto design = twoZones().block("used", "elastic-ip", "vpc").block("idle", "elastic-ip", "vpc");
    return design.block("nat", "nat-gateway", "public-a", {{"elastic-ip", "used"}});
}

TEST(IdlePublicIpv4, FindsAnAddressThatNobodyUses)
{
    const auto document = addresses().build();
    const auto found = findingsOf(document, "idle-public-ipv4");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"idle"});
    support::expectFixes(document, found[0], "release");
}

TEST(IdlePublicIpv4, IsSilentForAttachedOnes)
{
    EXPECT_TRUE(findingsOf(addresses().connect("idle", "nat", "", "attach").build(), "idle-public-ipv4").empty());
}

TEST(IdlePublicIpv4, IsSilentBeforeAnyIsAttachedAndForOneThatANamePointsAt)
{
    EXPECT_TRUE(findingsOf(addresses().set("nat", "elastic-ip", {}).build(), "idle-public-ipv4").empty())
        << "still being drawn";
    auto named =
        addresses().block("zone", "route53-zone").block("record", "route53-record", "zone", {{"target", "idle"}});
    EXPECT_TRUE(findingsOf(named.build(), "idle-public-ipv4").empty());
}

}  // namespace
}  // namespace lintel
