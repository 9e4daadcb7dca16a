#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::inboundRule;
using support::webDesign;

constexpr const char* kRule = "sg-cidr-not-ref";

/// A database whose rule names addresses of the VPC, and the servers that call it.
support::DesignBuilder database(const char* source)
{
    auto design = webDesign();
    design.block("sg-db", "security-group", "vpc", {{"inbound", inboundRule("3306", source)}});
    design.block("rds", "rds-instance", "private-a", {{"security-groups", ids({"sg-db"})}});
    return design.connect("app-a", "rds", "3306").connect("app-c", "rds", "3306");
}

TEST(SgCidrNotRef, FindsTheVpcsOwnAddressesAndNamesTheGroup)
{
    const auto document = database("10.0.0.0/16").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning) << "a whole network may reach the data";
    support::expectFixes(document, found[0], "reference-groups");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("sg-db"))->property("inbound"), inboundRule("3306", "sg-app"));
}

TEST(SgCidrNotRef, InFrontOfServersItIsOnlyInformation)
{
    auto design = webDesign().set("sg-app", "inbound", inboundRule("8080", "10.0.0.0/16"));
    EXPECT_EQ(findingsOf(design.connect("alb", "app-a", "8080").build(), kRule).at(0).severity, Severity::Info);
}

TEST(SgCidrNotRef, IsSilentForAReferenceAndForOtherNetworks)
{
    EXPECT_TRUE(findingsOf(database("sg-app").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(database("192.168.0.0/24").build(), kRule).empty()) << "an office has no groups";
    EXPECT_TRUE(findingsOf(database("0.0.0.0/0").build(), kRule).empty());
}

TEST(SgCidrNotRef, IsSilentWhereACallerCanOnlyBeNamedByItsAddress)
{
    auto design = database("10.0.0.0/16");
    EXPECT_TRUE(
        findingsOf(
            design.block("fn", "lambda", "vpc", {{"subnets", ids({"private-a"})}, {"security-groups", ids({"sg-app"})}})
                .connect("fn", "rds", "3306")
                .build(),
            kRule)
            .empty());
    EXPECT_TRUE(
        findingsOf(webDesign().set("sg-app", "inbound", inboundRule("9999", "10.0.0.0/16")).build(), kRule).empty())
        << "nobody is drawn who could be named";
}

TEST(SgCidrNotRef, ANatInstanceMeansWholeSubnets)
{
    auto design = database("10.0.0.0/16");
    design.block("nat", "ec2-instance", "public-a", {{"role", "nat"}, {"security-groups", ids({"sg-db"})}});
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
