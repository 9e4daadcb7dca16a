#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

TEST(RdsSingleAz, FindsADatabaseNobodyMadeMultiAz)
{
    const auto document = DesignBuilder().block("vpc", "vpc").block("rds", "rds-instance", "vpc").build();
    const auto found = findingsOf(document, "rds-single-az");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    support::expectFixes(document, found[0], "multi-az");
}

TEST(RdsSingleAz, IsOnlyInformationWhereMoneyIsShort)
{
    const auto found =
        findingsOf(DesignBuilder().profile("small").block("vpc", "vpc").block("rds", "rds-instance", "vpc").build(),
                   "rds-single-az");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
}

TEST(RdsSingleAz, IsSilentForMultiAz)
{
    const auto document =
        DesignBuilder().block("vpc", "vpc").block("rds", "rds-instance", "vpc", {{"multi-az", true}}).build();
    EXPECT_TRUE(findingsOf(document, "rds-single-az").empty());
}

TEST(RdsSingleAz, AReplicaIsNeitherAskedNorAnExcuse)
{
    const auto document = DesignBuilder()
                              .block("vpc", "vpc")
                              .block("rds", "rds-instance", "vpc", {{"multi-az", false}})
                              .block("replica", "rds-read-replica", "vpc", {{"source", "rds"}})
                              .build();
    const auto found = findingsOf(document, "rds-single-az");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"rds"});
}

}  // namespace
}  // namespace lintel
