#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::ids;
using support::webDesign;

constexpr const char* kRule = "aurora-one-instance";

support::DesignBuilder aurora(model::Properties more = {})
{
    model::Properties properties{{"subnets", ids({"private-a", "private-c"})}};
    for (auto& [key, value] : more) properties[key] = value;
    return webDesign().block("aurora", "aurora-cluster", "vpc", std::move(properties));
}

support::DesignBuilder withInstances(const char* first, const char* second)
{
    auto design = aurora();
    design.block("writer", "aurora-instance", first,
                 {{"cluster", "aurora"}, {"role", "writer"}, {"type", "db.r6g.large"}});
    if (second) design.block("reader", "aurora-instance", second, {{"cluster", "aurora"}, {"role", "reader"}});
    return design;
}

TEST(AuroraOneInstance, FindsAClusterOfOne)
{
    const auto document = aurora({{"instances", 1}}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "add-reader");
}

TEST(AuroraOneInstance, DrawsAReaderInAnotherZone)
{
    const auto document = withInstances("private-a", nullptr).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "add-reader");
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    ASSERT_TRUE(fixed);
    const auto* reader = fixed->blocks.find(model::BlockId("aurora-reader"));
    ASSERT_NE(reader, nullptr);
    EXPECT_EQ(reader->parent.text(), "private-c");
    EXPECT_EQ(reader->property("type").toString(), "db.r6g.large");
}

TEST(AuroraOneInstance, FindsAllInstancesInOneZone)
{
    const auto document = withInstances("private-a", "private-a").build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.aurora-one-instance.one-zone");
    support::expectFixes(document, found[0], "add-reader");
}

TEST(AuroraOneInstance, IsSilentForTwoZones)
{
    EXPECT_TRUE(findingsOf(withInstances("private-a", "private-c").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(aurora({{"instances", 2}}).build(), kRule).empty()) << "where they are nobody says";
    EXPECT_TRUE(findingsOf(withInstances("private-a", nullptr).set("aurora", "instances", 2).build(), kRule).empty())
        << "the other one is not drawn";
}

}  // namespace
}  // namespace lintel
