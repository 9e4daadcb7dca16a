#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "hybrid-link-single";

/// The office's line to a VPC, and a program there that calls the servers.
support::DesignBuilder office()
{
    auto design = webDesign();
    design.block("office", "external-network", "", {{"cidr", "192.168.0.0/24"}}).block("erp", "spring", "office");
    design.block("dx", "direct-connect").connect("office", "dx", {}, "attach");
    return design.connect("erp", "app-a", "8080");
}

TEST(HybridLinkSingle, FindsALineThatProgramsRelyOn)
{
    const auto found = findingsOf(office().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"dx"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"erp", "dx", "app-a"}));
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(HybridLinkSingle, IsSilentWithABackup)
{
    EXPECT_TRUE(
        findingsOf(office().block("vpn", "site-to-site-vpn").connect("office", "vpn", {}, "attach").build(), kRule)
            .empty());
    EXPECT_TRUE(findingsOf(office().set("dx", "locations", 2).build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(office().block("dx-2", "direct-connect").connect("dx-2", "office", {}, "attach").build(), kRule)
            .empty());
}

TEST(HybridLinkSingle, PeopleWhoAdministerCanWait)
{
    auto design = office().remove("erp-app-a");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design.connect("office", "app-a", "22", "manage").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
