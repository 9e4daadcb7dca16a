#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "vpc-service-single-az";

support::DesignBuilder withEndpoint(model::Value subnets)
{
    return webDesign().block("vpce", "vpc-endpoint-interface", "vpc",
                             {{"service", "sqs"}, {"subnets", std::move(subnets)}});
}

TEST(VpcServiceSingleAz, FindsAnEndpointInOneOfTwoZones)
{
    const auto document = withEndpoint(ids({"private-a"})).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    support::expectFixes(document, found[0], "add-zones");
    EXPECT_FALSE(found[0].fixes[0].automatic) << "it costs money by the hour";
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("vpce"))->property("subnets"), ids({"private-a", "private-c"}));
}

TEST(VpcServiceSingleAz, FindsAFunctionInOneZone)
{
    const auto document = webDesign().block("fn", "lambda", "vpc", {{"subnets", ids({"private-a"})}}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-zones");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(VpcServiceSingleAz, IsSilentForBothZones)
{
    EXPECT_TRUE(findingsOf(withEndpoint(ids({"private-a", "private-c"})).build(), kRule).empty());
}

TEST(VpcServiceSingleAz, IsSilentWhereTheServersAreInOneZoneAsWell)
{
    EXPECT_TRUE(findingsOf(withEndpoint(ids({"private-a"})).remove("app-c").build(), kRule).empty());
}

TEST(VpcServiceSingleAz, IsSilentWhileItHasNoSubnet)
{
    EXPECT_TRUE(findingsOf(withEndpoint(model::Value()).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
