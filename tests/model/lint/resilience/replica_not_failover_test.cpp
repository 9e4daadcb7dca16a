#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::webDesign;

constexpr const char* kRule = "replica-not-failover";

support::DesignBuilder withReplica(model::Value multiAz)
{
    auto design = webDesign();
    design.block("rds", "rds-instance", "private-a", {{"multi-az", std::move(multiAz)}});
    return design.block("replica", "rds-read-replica", "private-c", {{"source", "rds"}});
}

TEST(ReplicaNotFailover, FindsAReplicaInPlaceOfAStandby)
{
    const auto document = withReplica(false).build();
    const auto found = findingsOf(document, kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, (std::vector<std::string>{"replica", "rds"}));
    support::expectFixes(document, found[0], "multi-az");
}

TEST(ReplicaNotFailover, IsSilentBesideAStandby) { EXPECT_TRUE(findingsOf(withReplica(true).build(), kRule).empty()); }

TEST(ReplicaNotFailover, InASmallDesignOnlyWhereItIsMeantToTakeOver)
{
    auto design = withReplica(false).profile("small");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
    EXPECT_EQ(findingsOf(design.set("replica", "description", "장애 시 전환").build(), kRule).size(), 1u);
}

TEST(ReplicaNotFailover, IsSilentWithoutASource)
{
    EXPECT_TRUE(findingsOf(webDesign().block("replica", "rds-read-replica", "private-c").build(), kRule).empty());
}

}  // namespace
}  // namespace lintel
