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

/// A server in a private subnet that leaves through a NAT gateway.
DesignBuilder behindNat()
{
    auto design =
        twoZones().block("eip", "elastic-ip", "vpc").block("nat", "nat-gateway", "public-a", {{"elastic-ip", "eip"}});
    design.set("rt-app", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})}));
    return design.block("api", "ec2-instance", "app-a");
}

DesignBuilder withEndpoint(const char* service)
{
    return behindNat().block("endpoint", "vpc-endpoint-interface", "vpc",
                             {{"service", service}, {"subnets", ids({"app-a"})}});
}

TEST(NatVsInterfaceEndpoint, AsksAboutTheOneThatIsMissing)
{
    auto draft = withEndpoint("sqs")
                     .block("queue", "sqs")
                     .block("topic", "sns")
                     .connect("api", "queue", "443")
                     .connect("api", "topic", "443");
    const auto document = draft.build();
    const auto found = findingsOf(document, "nat-vs-interface-endpoint");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"api-topic"});
    support::expectFixes(document, found[0], "interface-endpoint");
}

TEST(NatVsInterfaceEndpoint, FindsAnEndpointThatNobodyUses)
{
    const auto found = findingsOf(withEndpoint("sqs").block("queue", "sqs").build(), "nat-vs-interface-endpoint");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nat-vs-interface-endpoint.idle");
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"endpoint"});
}

TEST(NatVsInterfaceEndpoint, IsSilentForNatAloneForWhatIsUsedAndForWhatWorksInSilence)
{
    EXPECT_TRUE(findingsOf(behindNat().block("topic", "sns").connect("api", "topic", "443").build(),
                           "nat-vs-interface-endpoint")
                    .empty());
    EXPECT_TRUE(findingsOf(withEndpoint("sqs").block("queue", "sqs").connect("api", "queue", "443").build(),
                           "nat-vs-interface-endpoint")
                    .empty());
    EXPECT_TRUE(findingsOf(withEndpoint("sqs").build(), "nat-vs-interface-endpoint").empty())
        << "the queue is not drawn yet";
    EXPECT_TRUE(findingsOf(withEndpoint("ecr.dkr").block("ecr", "ecr").build(), "nat-vs-interface-endpoint").empty());
}

}  // namespace
}  // namespace lintel
