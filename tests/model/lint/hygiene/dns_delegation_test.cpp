#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder zone(model::Properties properties = {})
{
    return DesignBuilder().block("zone", "route53-zone", "", std::move(properties));
}

TEST(DnsDelegation, FindsAZoneThatNobodyAsks)
{
    const auto document = zone({{"delegated", false}}).build();
    const auto found = findingsOf(document, "dns-delegation");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"zone"});
    support::expectFixes(document, found[0], "delegated");
}

TEST(DnsDelegation, FindsAnAliasOfWhatCannotBeOne)
{
    for (const auto& [kind, type] : {std::pair("elastic-ip", "A"), std::pair("rds-instance", "CNAME")}) {
        auto draft = zone()
                         .block("vpc", "vpc")
                         .block("record", "route53-record", "zone", {{"type", "ALIAS"}, {"target", "target"}})
                         .block("target", kind, "vpc");
        const auto document = draft.build();
        const auto found = findingsOf(document, "dns-delegation");
        ASSERT_EQ(found.size(), 1u) << kind;
        support::expectFixes(document, found[0], "plain-record");
        EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)
                      ->blocks.find(model::BlockId("record"))
                      ->property("type"),
                  model::Value(type));
    }
}

TEST(DnsDelegation, IsSilentForDelegatedPrivateAndUnknown)
{
    EXPECT_TRUE(findingsOf(zone({{"delegated", true}}).build(), "dns-delegation").empty());
    EXPECT_TRUE(findingsOf(zone({{"delegated", false}, {"private", true}}).build(), "dns-delegation").empty());
    EXPECT_TRUE(findingsOf(zone().block("record", "route53-record", "zone", {{"type", "A"}}).build(), "dns-delegation")
                    .empty());
    auto alias = zone()
                     .block("vpc", "vpc")
                     .block("alb", "alb", "vpc")
                     .block("record", "route53-record", "zone", {{"type", "ALIAS"}, {"target", "alb"}});
    EXPECT_TRUE(findingsOf(alias.build(), "dns-delegation").empty());
}

}  // namespace
}  // namespace lintel
