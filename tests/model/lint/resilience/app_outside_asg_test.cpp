#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "app-outside-asg";

TEST(AppOutsideAsg, TellsOfAllServersOfAVpcOnce)
{
    const auto found = findingsOf(webDesign().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"app-a", "app-c"}));
    EXPECT_TRUE(found[0].fixes.empty()) << "what the server holds has to fit into a template first";
}

TEST(AppOutsideAsg, IsSilentForMembersOfAGroup)
{
    auto design = webDesign().block("asg", "auto-scaling-group", "vpc");
    EXPECT_TRUE(
        findingsOf(design.set("app-a", "auto-scaling-group", "asg").set("app-c", "auto-scaling-group", "asg").build(),
                   kRule)
            .empty());
}

TEST(AppOutsideAsg, IsSilentBelowProduction)
{
    EXPECT_TRUE(findingsOf(webDesign().profile("small").build(), kRule).empty());
    EXPECT_TRUE(
        findingsOf(
            webDesign().set("app-a", "environment", "development").set("app-c", "environment", "staging").build(),
            kRule)
            .empty());
}

TEST(AppOutsideAsg, AServerWithDataIsNotReplacedByItself)
{
    const auto found = findingsOf(webDesign().block("mysql", "mysql", "app-a").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"app-c"});
}

}  // namespace
}  // namespace lintel
