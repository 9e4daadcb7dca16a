#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::twoZones;

TEST(OldOrBurstable, FindsPreviousGenerationsAndNamesTheNext)
{
    const std::pair<const char*, const char*> cases[] = {
        {"t2.micro", "t3.micro"}, {"m4.large", "m5.large"}, {"r4.xlarge", "r5.xlarge"}};
    for (const auto& [type, newer] : cases) {
        const auto document = twoZones().block("api", "ec2-instance", "app-a", {{"type", type}}).build();
        const auto found = findingsOf(document, "old-or-burstable");
        ASSERT_EQ(found.size(), 1u) << type;
        EXPECT_EQ(found[0].severity, Severity::Info);
        support::expectFixes(document, found[0], "newer-type");
        EXPECT_EQ(model::edit::apply(document, found[0].fixes[0].change)
                      ->blocks.find(model::BlockId("api"))
                      ->property("type"),
                  model::Value(newer));
    }
}

TEST(OldOrBurstable, OffersNoSizeThatDoesNotExist)
{
    const auto found = findingsOf(twoZones().block("api", "ec2-instance", "app-a", {{"type", "m4.10xlarge"}}).build(),
                                  "old-or-burstable");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].fixes.empty()) << "m5 has a 8xlarge and a 12xlarge";
}

TEST(OldOrBurstable, AsksOnceAboutBurstableDatabasesInProduction)
{
    auto draft = twoZones()
                     .block("orders", "rds-instance", "vpc", {{"type", "db.t3.medium"}})
                     .block("users", "rds-instance", "vpc", {{"type", "db.t4g.small"}});
    const auto found = findingsOf(draft.build(), "old-or-burstable");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"orders", "users"}));
    EXPECT_TRUE(findingsOf(draft.profile("small").build(), "old-or-burstable").empty());
}

TEST(OldOrBurstable, IsSilentForCurrentTypesServersTrialsAndTheUnknown)
{
    auto draft = twoZones()
                     .block("db", "rds-instance", "vpc", {{"type", "db.m6g.large"}})
                     .block("api", "ec2-instance", "app-a", {{"type", "t3.medium"}});
    draft.block("trial", "rds-instance", "vpc", {{"type", "db.t3.micro"}, {"environment", "test"}})
        .block("other", "rds-instance", "vpc");
    draft.block("odd", "ec2-instance", "app-a", {{"type", "large"}});
    EXPECT_TRUE(findingsOf(draft.build(), "old-or-burstable").empty());
}

}  // namespace
}  // namespace lintel
