#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "bastion-tradeoff";

support::DesignBuilder bastion(model::Properties more = {})
{
    model::Properties properties{{"role", "bastion"}, {"public-ip", true}};
    for (auto& [key, value] : more) properties[key] = value;
    return webDesign().block("bastion", "ec2-instance", "public-a", std::move(properties));
}

TEST(BastionTradeoff, AsksForADecision)
{
    const auto found = findingsOf(bastion().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_TRUE(found[0].fixes.empty()) << "people have to learn the other way first";
}

TEST(BastionTradeoff, IsSilentForOneThatTheInternetCannotName)
{
    EXPECT_TRUE(findingsOf(bastion({{"public-ip", false}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(bastion({{"role", "proxy"}}).build(), kRule).empty());
}

TEST(BastionTradeoff, IsSilentWhileLearning)
{
    EXPECT_TRUE(findingsOf(bastion().profile("learning").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
