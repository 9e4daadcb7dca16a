#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::Value;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;

Value out(const char* protocol, const char* ports, const char* destination)
{
    return rows({row({{"protocol", protocol}, {"ports", ports}, {"destination", destination}})});
}

DesignBuilder design(Value outbound)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("app", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}});
    design.block("sg-db", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg-app"}})})}});
    design.block("sg-app", "security-group", "vpc").set("sg-app", "outbound", std::move(outbound));
    design.block("server", "ec2-instance", "app", {{"security-groups", ids({"sg-app"})}})
        .block("pay", "generic-external");
    design.block("db", "rds-instance", "app", {{"security-groups", ids({"sg-db"})}});
    return design.connect("server", "db", "3306").connect("server", "pay", "443");
}

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "sg-egress-open");
}

TEST(SgEgressOpen, FindsEverythingToEverywhereAndWritesWhatIsDrawn)
{
    const auto document = design(out("all", "", "0.0.0.0/0")).build();
    const auto found = findingsOf(document, "sg-egress-open");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"sg-app"});
    EXPECT_FALSE(found[0].fixes.at(0).automatic);
    support::expectFixes(document, found[0], "egress-as-drawn");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    const auto& rows = fixed.blocks.find(model::BlockId("sg-app"))->property("outbound").toList();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0]["destination"].toString(), "sg-db");
    EXPECT_EQ(rows[0]["ports"].scalarText(), "3306");
    EXPECT_EQ(rows[1]["destination"].toString(), "0.0.0.0/0");
    EXPECT_EQ(rows[1]["ports"].scalarText(), "443");
}

TEST(SgEgressOpen, SaysItOnceForTheWholeVpc)
{
    const auto found = findings(design(out("all", "", "0.0.0.0/0")).set("sg-db", "outbound", out("", "", "0.0.0.0/0")));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"sg-app", "sg-db"}));
}

TEST(SgEgressOpen, IsSilentAboutWhatNobodyWrote) { EXPECT_TRUE(findings(design(Value())).empty()); }

TEST(SgEgressOpen, IsSilentForLessThanEverything)
{
    EXPECT_TRUE(findings(design(out("tcp", "443", "0.0.0.0/0"))).empty());
    EXPECT_TRUE(findings(design(out("all", "", "10.0.0.0/16"))).empty());
    EXPECT_TRUE(findings(design(rows({}))).empty());
}

}  // namespace
}  // namespace lintel
