#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::twoZones;

DesignBuilder twoNetworks(const char* other)
{
    return twoZones().block("office", "external-network", "", {{"cidr", other}});
}

TEST(PlannedOverlap, FindsNetworksThatCannotBeJoined)
{
    const auto document = twoNetworks("10.0.128.0/20").build();
    const auto found = findingsOf(document, "planned-overlap");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"vpc", "office"}));
    support::expectFixes(document, found[0], "renumber");
    EXPECT_FALSE(found[0].fixes[0].automatic);
}

TEST(PlannedOverlap, IsSilentForNetworksApart)
{
    EXPECT_TRUE(findingsOf(twoNetworks("192.168.0.0/16").build(), "planned-overlap").empty());
}

TEST(PlannedOverlap, IsSilentForDefaultVpcsAndForWhatIsJoined)
{
    auto defaults = DesignBuilder().block("a", "vpc", "", {{"cidr", "172.31.0.0/16"}, {"default-vpc", true}});
    defaults.block("b", "vpc", "", {{"cidr", "172.31.0.0/16"}, {"default-vpc", true}});
    EXPECT_TRUE(findingsOf(defaults.build(), "planned-overlap").empty());
    auto joined = DesignBuilder()
                      .block("a", "vpc", "", {{"cidr", "10.0.0.0/16"}})
                      .block("b", "vpc", "", {{"cidr", "10.0.0.0/20"}});
    joined.block("peering", "vpc-peering", "", {{"requester", "a"}, {"accepter", "b"}});
    EXPECT_TRUE(findingsOf(joined.build(), "planned-overlap").empty()) << "connected-cidr-overlap tells about these";
}

}  // namespace
}  // namespace lintel
