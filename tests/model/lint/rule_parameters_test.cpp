// Every number that a team may set changes what its rule says.

#include "model/lint/policy.h"
#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

#include <gtest/gtest.h>

#include <set>

namespace lintel {
namespace {

using namespace model;
using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;
using support::twoServers;
using support::twoZones;

/// A design about which the rule says one thing with the usual number and another with the team's.
struct ParameterCase {
    const char* rule;
    const char* key;
    std::int64_t value;
    DesignBuilder design;
};

Value portRows(int count)
{
    Value::List list;
    for (int i = 0; i < count; ++i)
        list.push_back(row({{"protocol", "tcp"}, {"ports", 8000 + 2 * i}, {"source", "10.0.0.0/16"}}));
    return Value(std::move(list));
}

Value listenerRows(int count, const char* certificate)
{
    Value::List list;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        list.push_back(row({{"protocol", "HTTPS"},
                            {"port", 443},
                            {"host", "h" + number + ".salon.example"},
                            {"certificate", certificate + (*certificate ? number : std::string())}}));
    }
    return Value(std::move(list));
}

DesignBuilder carrying(int groups)
{
    auto design = twoZones();
    Value::List list;
    for (int i = 0; i < groups; ++i) {
        const std::string id = "sg-" + std::to_string(i);
        design.block(id, "security-group", "vpc");
        list.emplace_back(id);
    }
    return design.block("api", "ec2-instance", "app-a", {{"security-groups", Value(std::move(list))}});
}

DesignBuilder withListeners(int count, const char* certificate)
{
    return twoZones().block("alb", "alb", "vpc", {{"listeners", listenerRows(count, certificate)}});
}

/// Two load balancers of so many names each.
DesignBuilder twoBalancers(const char* certificate)
{
    auto design = twoZones();
    for (const char* id : {"one", "two"}) {
        Value::List list;
        for (const char* number : {"1", "2", "3"}) {
            const std::string name = std::string(id) + number;
            list.push_back(row({{"protocol", "HTTPS"},
                                {"port", 443},
                                {"host", name + ".salon.example"},
                                {"certificate", *certificate ? name : std::string()}}));
        }
        design.block(id, "alb", "vpc", {{"scheme", "internet-facing"}, {"listeners", Value(std::move(list))}});
    }
    return design;
}

DesignBuilder behindNat()
{
    auto design =
        twoZones().block("eip", "elastic-ip", "vpc").block("nat", "nat-gateway", "public-a", {{"elastic-ip", "eip"}});
    design.set("rt-app", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})}));
    design.block("api", "ec2-instance", "app-a").block("topic", "sns").connect("api", "topic", "443");
    return design.block("endpoint", "vpc-endpoint-interface", "vpc", {{"service", "sqs"}, {"subnets", ids({"app-a"})}});
}

DesignBuilder besideAnOffice(const char* range)
{
    auto design = twoZones().set("vpc", "cidr", range).block("api", "ec2-instance", "app-a");
    return design.block("office", "external-network", "", {{"cidr", "192.168.0.0/20"}});
}

DesignBuilder smallCluster()
{
    auto design =
        twoZones().profile("small").block("eks", "eks-cluster", "vpc").block("nodes", "eks-node-group", "eks");
    return design.block("api", "eks-workload", "nodes");
}

DesignBuilder gateways()
{
    auto design = twoZones().profile("small");
    for (const char* nat : {"nat-1", "nat-2", "nat-3"}) design.block(nat, "nat-gateway", "public-a");
    return design;
}

std::vector<ParameterCase> networkCases()
{
    return {
        {"subnet-exhaustion", "percent", 95,
         twoZones()
             .set("app-a", "cidr", "10.0.1.0/27")
             .block("asg", "auto-scaling-group", "vpc", {{"subnets", ids({"app-a"})}, {"max", 24}})},
        {"eks-cluster-ips", "advised", 200,
         twoZones()
             .block("api", "ec2-instance", "app-a")
             .set("app-a", "cidr", "10.0.1.0/26")
             .block("eks", "eks-cluster", "vpc", {{"subnets", ids({"app-a"})}})},
        {"vpc-oversized", "times", 1000000, besideAnOffice("10.0.0.0/16")},
        {"vpc-oversized", "prefix", 20, besideAnOffice("10.0.0.0/20")},
        {"no-growth-block", "zones", 2, twoZones().set("vpc", "cidr", "10.0.0.0/22")},
        {"quota", "rules", 100, twoZones().block("sg", "security-group", "vpc", {{"inbound", portRows(61)}})},
        {"quota", "groups", 10, carrying(6)},
        {"quota", "listener-rules", 200, withListeners(101, "")},
        {"quota", "certificates", 50, withListeners(26, "cert-")},
    };
}

std::vector<ParameterCase> otherCases()
{
    return {
        {"no-drain", "stream-seconds", 10,
         twoServers({{"realtime", "sse"}}).set("tg", "deregistration-delay-seconds", 20)},
        {"backup-missing", "days", 14, twoZones().block("db", "rds-instance", "vpc", {{"backup-retention-days", 7}})},
        {"over-provisioned", "services", 0, smallCluster()},
        {"over-provisioned", "gateways", 4, gateways()},
        {"alb-per-subdomain", "listener-rules", 5, twoBalancers("")},
        {"alb-per-subdomain", "certificates", 5, twoBalancers("cert")},
        {"nat-vs-interface-endpoint", "gigabytes", 500, behindNat()},
    };
}

std::vector<ParameterCase> allCases()
{
    std::vector<ParameterCase> all = networkCases();
    for (ParameterCase& one : otherCases()) all.push_back(std::move(one));
    return all;
}

/// What the rule says, word for word.
std::vector<std::string> said(const ParameterCase& one, const lint::Circumstances& circumstances)
{
    std::vector<std::string> lines;
    for (const auto& finding : lint::Linter::run(one.design.build(), embedded::catalogue(), circumstances))
        if (finding.rule == one.rule)
            lines.push_back(embedded::messages().render(finding.message, text::Language::English));
    return lines;
}

TEST(RuleParameters, ChangeWhatIsSaid)
{
    for (const ParameterCase& one : allCases()) {
        lint::Circumstances team;
        auto policy = std::make_shared<lint::Policy>();
        policy->rules[one.rule].parameters[one.key] = one.value;
        team.policy = policy;
        EXPECT_NE(said(one, {}), said(one, team)) << one.rule << " " << one.key;
    }
}

TEST(RuleParameters, TheUsualNumberSaysWhatNoPolicySays)
{
    for (const ParameterCase& one : allCases()) {
        const lint::Rule* rule = lint::findRule(one.rule);
        ASSERT_NE(rule, nullptr);
        lint::Circumstances team;
        auto policy = std::make_shared<lint::Policy>();
        for (const lint::Parameter& parameter : rule->parameters)
            policy->rules[one.rule].parameters[std::string(parameter.key)] = parameter.usual;
        team.policy = policy;
        EXPECT_EQ(said(one, {}), said(one, team)) << one.rule << " " << one.key;
    }
}

TEST(RuleParameters, EachIsTried)
{
    std::set<std::string> tried;
    for (const ParameterCase& one : allCases()) tried.insert(std::string(one.rule) + " " + one.key);
    for (const lint::Rule& rule : lint::allRules())
        for (const lint::Parameter& parameter : rule.parameters)
            EXPECT_TRUE(tried.contains(std::string(rule.id) + " " + std::string(parameter.key)))
                << rule.id << " " << parameter.key;
}

}  // namespace
}  // namespace lintel
