#include "model/lint/policy.h"
#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

constexpr const char* kRule = "backup-missing";

DesignBuilder database(model::Properties properties)
{
    return DesignBuilder().block("vpc", "vpc").block("db", "rds-instance", "vpc", std::move(properties));
}

/// MySQL on a host; what each of them says about its backup.
DesignBuilder ownDatabase(const char* onHost, const char* onSoftware, const char* kind = "mysql")
{
    DesignBuilder design;
    design.block("vpc", "vpc").block("subnet", "subnet", "vpc").block("host", "ec2-instance", "subnet");
    design.block("data", kind, "host");
    if (*onHost) design.set("host", "backup", onHost);
    if (*onSoftware) design.set("data", "backup", onSoftware);
    return design;
}

TEST(BackupMissing, FindsADatabaseWhoseBackupsAreOff)
{
    const auto document = database({{"backup-retention-days", 0}}).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"db"});
    support::expectFixes(document, found[0], "retention");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    const auto fixed = model::edit::apply(document, found[0].fixes[0].change);
    EXPECT_EQ(fixed->blocks.find(model::BlockId("db"))->property("backup-retention-days").toInteger(), 7);
}

TEST(BackupMissing, IsSilentForBackupsAndWhereNobodySaysOtherwise)
{
    EXPECT_TRUE(findingsOf(database({{"backup-retention-days", 7}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(database({{"backup-retention-days", 1}}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(database({}).build(), kRule).empty()) << "AWS keeps a day";
}

TEST(BackupMissing, AnAwsBackupPlanAnswersForIt)
{
    auto design = database({{"backup-retention-days", 0}}).block("plan", "backup").connect("plan", "db");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    auto unrelated = database({{"backup-retention-days", 0}}).block("plan", "backup");
    EXPECT_EQ(findingsOf(unrelated.build(), kRule).size(), 1u);
}

TEST(BackupMissing, ATeamAsksForMoreDays)
{
    model::lint::Circumstances circumstances;
    auto policy = std::make_shared<model::lint::Policy>();
    policy->rules[kRule].parameters["days"] = 14;
    circumstances.policy = policy;
    const auto document = database({{"backup-retention-days", 7}}).build();
    for (const auto& finding : model::lint::Linter::run(document, model::embedded::catalogue(), circumstances)) {
        if (finding.rule != kRule) continue;
        EXPECT_EQ(finding.message.id, "rule.backup-missing.too-short");
        const auto fixed = model::edit::apply(document, finding.fixes.at(0).change);
        EXPECT_EQ(fixed->blocks.find(model::BlockId("db"))->property("backup-retention-days").toInteger(), 14);
        return;
    }
    FAIL() << "seven days are not fourteen";
}

TEST(BackupMissing, FindsADatabaseOfOnesOwnWithoutBackup)
{
    for (const auto& document : {ownDatabase("none", "").build(), ownDatabase("", "none").build(),
                                 ownDatabase("none", "none", "mongodb").profile("small").build()}) {
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u);
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].message.id, "rule.backup-missing.self-managed");
        EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"data", "host"}));
        support::expectFixes(document, found[0], "snapshots");
        EXPECT_FALSE(found[0].fixes[0].automatic) << "a drawing makes no snapshots";
    }
    auto plain = DesignBuilder().block("vpc", "vpc").block("subnet", "subnet", "vpc");
    plain.block("host", "ec2-instance", "subnet", {{"role", "database"}, {"backup", "none"}});
    EXPECT_EQ(findingsOf(plain.build(), kRule).at(0).subjects, std::vector<std::string>{"host"});
}

TEST(BackupMissing, IsSilentWhereOneOfTheTwoIsBackedUpOrNobodySays)
{
    EXPECT_TRUE(findingsOf(ownDatabase("snapshots", "none").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(ownDatabase("none", "aws-backup").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(ownDatabase("", "").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(ownDatabase("none", "", "kafka").build(), kRule).empty()) << "a broker passes things on";
    auto trial = ownDatabase("none", "none").set("vpc", "environment", "test");
    EXPECT_TRUE(findingsOf(trial.build(), kRule).empty());
}

TEST(BackupMissing, RemarksOnSafeguardsThatAreSaidToBeOff)
{
    struct Case {
        const char* kind;
        const char* key;
        const char* fix;
    };
    for (const Case& one :
         {Case{"s3-bucket", "versioning", "versioning"}, Case{"dynamodb", "point-in-time-recovery", "point-in-time"},
          Case{"rds-instance", "deletion-protection", "deletion-protection"}}) {
        const auto draft = [&](model::Value said) {
            const char* const parent = std::string_view(one.kind) == "rds-instance" ? "vpc" : "";
            DesignBuilder design;
            design.block("vpc", "vpc").block("store", one.kind, parent, {{one.key, std::move(said)}});
            if (std::string_view(one.kind) == "s3-bucket") design.set("store", "purpose", "upload");
            return design;
        };
        const auto document = draft(false).build();
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u) << one.kind;
        EXPECT_EQ(found[0].severity, Severity::Info);
        support::expectFixes(document, found[0], one.fix);
        EXPECT_TRUE(findingsOf(draft({}).build(), kRule).empty()) << one.kind;
        EXPECT_TRUE(findingsOf(draft(false).profile("small").build(), kRule).empty()) << one.kind;
    }
}

TEST(BackupMissing, IsSilentForBucketsThatKeepNoOriginals)
{
    for (const char* purpose : {"site", "artifact", "log"})
        EXPECT_TRUE(
            findingsOf(
                DesignBuilder().block("b", "s3-bucket", "", {{"versioning", false}, {"purpose", purpose}}).build(),
                kRule)
                .empty())
            << purpose;
}

}  // namespace
}  // namespace lintel
