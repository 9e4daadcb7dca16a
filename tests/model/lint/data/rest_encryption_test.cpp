#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

constexpr const char* kRule = "rest-encryption";

DesignBuilder store(const char* kind, model::Properties properties)
{
    return DesignBuilder().block("vpc", "vpc").block("store", kind, "vpc", std::move(properties));
}

TEST(RestEncryption, FindsDataThatIsSaidToBeInClear)
{
    for (const char* kind : {"rds-instance", "aurora-cluster", "documentdb", "efs", "elasticache"}) {
        const auto document = store(kind, {{"encrypted", false}}).build();
        const auto found = findingsOf(document, kRule);
        ASSERT_EQ(found.size(), 1u) << kind;
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"store"});
        support::expectFixes(document, found[0], "encrypt");
        EXPECT_FALSE(found[0].fixes[0].automatic) << "what runs already has to be made anew";
    }
    const auto disk = DesignBuilder().block("vpc", "vpc").block("subnet", "subnet", "vpc");
    EXPECT_EQ(
        findingsOf(DesignBuilder(disk.build()).block("disk", "ebs-volume", "subnet", {{"encrypted", false}}).build(),
                   kRule)
            .size(),
        1u);
}

TEST(RestEncryption, SaysWhereItCanBeSwitchedOnLater)
{
    const auto found = findingsOf(store("opensearch", {{"encrypted", false}}).build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.rest-encryption.in-place");
}

TEST(RestEncryption, NoProfileSoftensIt)
{
    const auto found = findingsOf(store("rds-instance", {{"encrypted", false}}).profile("learning").build(), kRule);
    EXPECT_EQ(found.at(0).severity, Severity::Warning);
}

TEST(RestEncryption, IsSilentWhereItIsOn)
{
    EXPECT_TRUE(findingsOf(store("rds-instance", {{"encrypted", true}}).build(), kRule).empty());
}

TEST(RestEncryption, IsSilentWhereNobodySaysSo)
{
    EXPECT_TRUE(findingsOf(store("rds-instance", {}).build(), kRule).empty());
    EXPECT_TRUE(findingsOf(store("elasticache", {}).build(), kRule).empty());
}

TEST(RestEncryption, IsSilentForBucketsAndPlainCaches)
{
    EXPECT_TRUE(
        findingsOf(DesignBuilder().block("files", "s3-bucket", "", {{"encrypted", false}}).build(), kRule).empty())
        << "AWS encrypts every bucket";
    EXPECT_TRUE(findingsOf(store("elasticache", {{"encrypted", false}, {"usage", "cache"}}).build(), kRule).empty());
    EXPECT_EQ(findingsOf(store("elasticache", {{"encrypted", false}, {"usage", "session"}}).build(), kRule).size(), 1u);
}

}  // namespace
}  // namespace lintel
