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

Value rule(int number, const char* action, const char* ports, const char* end, const char* range)
{
    return row({{"rule", number}, {"action", action}, {"protocol", "tcp"}, {"ports", ports}, {end, range}});
}

/// A server calls a database in another subnet; security groups let it. `acl` stands around the database's subnet.
DesignBuilder design(Value inbound, Value outbound)
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("rt", "route-table", "vpc");
    design.block("app", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}});
    design.block("data", "subnet", "vpc", {{"cidr", "10.0.2.0/24"}, {"route-table", "rt"}, {"network-acl", "acl"}});
    design.block("acl", "network-acl", "vpc", {{"inbound", std::move(inbound)}, {"outbound", std::move(outbound)}});
    design.block("sg-app", "security-group", "vpc");
    design.block("sg-db", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg-app"}})})}});
    design.block("server", "ec2-instance", "app", {{"security-groups", ids({"sg-app"})}});
    design.block("db", "rds-instance", "data", {{"security-groups", ids({"sg-db"})}});
    return design.connect("server", "db", "3306");
}

const auto kLetsIn = [] { return rows({rule(100, "allow", "3306", "source", "10.0.1.0/24")}); };
const auto kLetsOut = [] { return rows({rule(100, "allow", "1024-65535", "destination", "10.0.1.0/24")}); };

std::vector<model::lint::Finding> findings(const DesignBuilder& draft)
{
    return findingsOf(draft.build(), "nacl-breaks-flow");
}

TEST(NaclBreaksFlow, FindsTheRequestThatIsDropped)
{
    const auto document = design(rows({rule(100, "allow", "443", "source", "10.0.1.0/24")}), kLetsOut()).build();
    const auto found = findingsOf(document, "nacl-breaks-flow");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, model::lint::Severity::Error);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"server-db", "acl"}));
    EXPECT_EQ(found[0].message.id, "rule.nacl-breaks-flow.message");
    ASSERT_EQ(found[0].fixes.size(), 1u);
    EXPECT_TRUE(found[0].fixes[0].automatic);
    support::expectFixes(document, found[0], "allow-in-acl");
}

TEST(NaclBreaksFlow, FindsTheAnswerThatIsDropped)
{
    const auto document = design(kLetsIn(), rows({rule(100, "allow", "443", "destination", "10.0.1.0/24")})).build();
    const auto found = findingsOf(document, "nacl-breaks-flow");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.nacl-breaks-flow.reply");
    support::expectFixes(document, found[0], "allow-in-acl");
}

TEST(NaclBreaksFlow, AllowsBeforeTheRuleThatDenies)
{
    const auto document =
        design(rows({rule(50, "deny", "3306", "source", "10.0.0.0/16"), rule(100, "allow", "", "source", "0.0.0.0/0")}),
               kLetsOut())
            .build();
    const auto found = findingsOf(document, "nacl-breaks-flow");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "allow-in-acl");
    const auto fixed = *model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed.blocks.find(model::BlockId("acl"))->property("inbound").toList()[0]["rule"].toInteger(), 49);
}

TEST(NaclBreaksFlow, OffersNothingWhereNoNumberIsLeft)
{
    const auto found = findings(design(rows({rule(1, "deny", "3306", "source", "0.0.0.0/0")}), kLetsOut()));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty());
}

TEST(NaclBreaksFlow, IsSilentWhereRequestAndAnswerPass)
{
    EXPECT_TRUE(findings(design(kLetsIn(), kLetsOut())).empty());
}

TEST(NaclBreaksFlow, IsSilentWithoutAnAclOfOnesOwn)
{
    EXPECT_TRUE(findings(design(rows({}), rows({})).set("data", "network-acl", Value())).empty());
}

TEST(NaclBreaksFlow, LeavesWhatSecurityGroupsDropToThem)
{
    EXPECT_TRUE(findings(design(rows({}), rows({})).set("sg-db", "inbound", rows({}))).empty());
}

TEST(NaclBreaksFlow, IsSilentInsideOfOneSubnet)
{
    auto draft = design(rows({}), rows({}));
    draft.block("server", "ec2-instance", "data", {{"security-groups", ids({"sg-app"})}});
    EXPECT_TRUE(findings(draft).empty()) << "an ACL stands at the border";
}

}  // namespace
}  // namespace lintel
