#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "alb-without-cdn";

TEST(AlbWithoutCdn, AsksOnceForAVpc)
{
    auto design = webDesign();
    design.block("alb-2", "alb", "vpc", {{"scheme", "internet-facing"}}).connect("users", "alb-2", "443");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"alb", "alb-2"}));
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(AlbWithoutCdn, IsSilentBehindCloudFront)
{
    EXPECT_TRUE(findingsOf(webDesign().block("cdn", "cloudfront").connect("cdn", "alb", "443").build(), kRule).empty());
}

TEST(AlbWithoutCdn, IsSilentWhereNobodyCallsFromOutside)
{
    EXPECT_TRUE(findingsOf(webDesign().set("alb", "scheme", "internal").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().remove("users-alb").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().profile("learning").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
