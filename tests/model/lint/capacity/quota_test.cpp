#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::twoZones;

DesignBuilder groupOf(int rules, const char* source = "10.0.0.0/8")
{
    model::Value::List inbound;
    for (int at = 0; at < rules; ++at)
        inbound.push_back(row({{"protocol", "tcp"}, {"ports", std::to_string(8000 + at)}, {"source", source}}));
    return twoZones().block("sg", "security-group", "vpc", {{"inbound", model::Value(inbound)}});
}

TEST(Quota, FindsTooManyRules)
{
    const auto found = findingsOf(groupOf(61).build(), "quota");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"sg"});
    EXPECT_TRUE(findingsOf(groupOf(60).build(), "quota").empty());
}

TEST(Quota, CountsPortsAndTheWeightOfCloudFront)
{
    EXPECT_EQ(findingsOf(groupOf(2, "cloudfront").build(), "quota").size(), 1u);
    EXPECT_TRUE(findingsOf(groupOf(1, "cloudfront").build(), "quota").empty());
    auto ports = twoZones().block("sg", "security-group", "vpc",
                                  {{"inbound", rows({row({{"ports", "80,443"}, {"source", "cloudfront"}})})}});
    EXPECT_EQ(findingsOf(ports.build(), "quota").size(), 1u);
}

TEST(Quota, FindsTooManyGroupsAndCertificates)
{
    auto many =
        twoZones().block("api", "ec2-instance", "app-a", {{"security-groups", ids({"a", "b", "c", "d", "e", "f"})}});
    EXPECT_EQ(findingsOf(many.build(), "quota").at(0).message.id, "rule.quota.groups");
    EXPECT_TRUE(
        findingsOf(many.set("api", "security-groups", ids({"a", "b", "c", "d", "e"})).build(), "quota").empty());
    model::Value::List listeners;
    for (int at = 0; at < 26; ++at)
        listeners.push_back(row({{"port", 443}, {"certificate", "cert-" + std::to_string(at)}}));
    const auto found =
        findingsOf(twoZones().block("alb", "alb", "vpc", {{"listeners", model::Value(listeners)}}).build(), "quota");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.quota.certificates");
}

}  // namespace
}  // namespace lintel
