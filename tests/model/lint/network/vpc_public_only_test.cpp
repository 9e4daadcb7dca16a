#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "vpc-public-only";

support::DesignBuilder publicOnly()
{
    auto design = webDesign();
    design.set("private-a", "route-table", "rt-public").set("private-c", "route-table", "rt-public");
    return design;
}

TEST(VpcPublicOnly, FindsServersWithNoPrivateSubnetToGoTo)
{
    const auto found = findingsOf(publicOnly().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"vpc"});
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(VpcPublicOnly, IsSilentWithAPrivateSubnetOrAnUnknownOne)
{
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty());
    EXPECT_TRUE(findingsOf(publicOnly().set("private-c", "route-table", model::Value()).build(), kRule).empty());
}

TEST(VpcPublicOnly, LeavesADefaultVpcToTheRuleForIt)
{
    EXPECT_TRUE(findingsOf(publicOnly().set("vpc", "default-vpc", true).build(), kRule).empty());
}

TEST(VpcPublicOnly, IsSilentForWhatBelongsOutside)
{
    auto design = publicOnly().remove("tg");
    EXPECT_TRUE(
        findingsOf(design.set("app-a", "role", "bastion").set("app-c", "role", "proxy").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
