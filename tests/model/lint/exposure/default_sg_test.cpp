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

constexpr const char* kRule = "default-sg";

support::DesignBuilder shared()
{
    auto design = webDesign();
    design.block("sg-default", "security-group", "vpc",
                 {{"default-group", true}, {"inbound", rows({row({{"protocol", "all"}, {"source", "sg-default"}})})}});
    return design.set("app-a", "security-groups", ids({"sg-default"}))
        .set("app-c", "security-groups", ids({"sg-default"}));
}

TEST(DefaultSg, FindsWhatHasNothingElseAndSplitsIt)
{
    const auto document = shared().build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"sg-default", "app-a", "app-c"}));
    support::expectFixes(document, found[0], "own-groups");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    const auto& rules = fixed->blocks.find(model::BlockId("sg-app-a"))->property("inbound").toList();
    ASSERT_EQ(rules.size(), 2u) << "members still reach each other";
    EXPECT_EQ(rules[0]["source"].toString(), "sg-app-a");
    EXPECT_EQ(rules[1]["source"].toString(), "sg-app-c");
}

TEST(DefaultSg, KnowsItByTheNameThatAwsGivesIt)
{
    auto design = shared().set("sg-default", "default-group", model::Value());
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    auto document = design.build();
    model::edit::Transaction transaction(document);
    model::Block group = *document.blocks.find(model::BlockId("sg-default"));
    group.name = "default";
    transaction.put(group);
    EXPECT_EQ(findingsOf(transaction.document(), kRule).size(), 1u);
}

TEST(DefaultSg, IsSilentForWhatHasAGroupOfItsOwnAsWell)
{
    EXPECT_TRUE(findingsOf(shared()
                               .set("app-a", "security-groups", ids({"sg-default", "sg-app"}))
                               .set("app-c", "security-groups", ids({"sg-app"}))
                               .build(),
                           kRule)
                    .empty());
}

TEST(DefaultSg, IsSilentWithoutAnyGroup)
{
    EXPECT_TRUE(findingsOf(webDesign().set("app-a", "security-groups", model::Value()).build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
