#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "sensitive-port-internet";

/// A server with a public address whose group has one rule.
support::DesignBuilder server(const char* ports, const char* source, model::Properties more = {})
{
    auto design = webDesign();
    design.block("sg", "security-group", "vpc", {{"inbound", inboundRule(ports, source)}});
    model::Properties properties{{"public-ip", true}, {"security-groups", ids({"sg"})}};
    for (auto& [key, value] : more) properties[key] = value;
    return design.block("server", "ec2-instance", "public-a", std::move(properties));
}

TEST(SensitivePortInternet, FindsAnOpenElasticsearchAndClosesIt)
{
    const auto document = server("9200", "0.0.0.0/0").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"server"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"igw", "rt-public", "public-a", "sg", "server"}));
    support::expectFixes(document, found[0], "close");
    EXPECT_TRUE(found[0].fixes[0].automatic);
}

TEST(SensitivePortInternet, KnowsWhatMonitoringListensOn)
{
    auto design = server("3000,9090", "0.0.0.0/0", {{"role", "monitoring"}});
    design.block("grafana", "grafana", "server").block("prometheus", "prometheus", "server");
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.arguments[0].value, "Grafana 3000, Prometheus 9090");
}

TEST(SensitivePortInternet, AWebApplicationOnPort3000IsNoGrafana)
{
    EXPECT_TRUE(
        findingsOf(server("3000,8080", "0.0.0.0/0", {{"role", "application"}, {"ports", "3000,8080"}}).build(), kRule)
            .empty());
}

TEST(SensitivePortInternet, NothingListensThere)
{
    EXPECT_TRUE(findingsOf(server("9200", "0.0.0.0/0", {{"ports", "80"}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(server("0-65535", "0.0.0.0/0").build(), kRule).empty())
        << "a rule about every port says nothing about one";
}

TEST(SensitivePortInternet, DataIsToldAsAPathToTheData)
{
    auto design = server("27017", "0.0.0.0/0");
    design.block("mongodb", "mongodb", "server");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    EXPECT_EQ(findingsOf(design.build(), "data-internet-path").size(), 1u);
}

TEST(SensitivePortInternet, IsSilentWhereTheInternetDoesNotGet)
{
    EXPECT_TRUE(findingsOf(server("9200", "203.0.113.10/32").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(server("9200", "0.0.0.0/0", {{"public-ip", false}}).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
