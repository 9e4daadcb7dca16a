#include "model/lint/finding_counts.h"

#include <gtest/gtest.h>

namespace lintel::model::lint {
namespace {

Finding finding(Severity severity)
{
    Finding result;
    result.severity = severity;
    return result;
}

TEST(FindingCounts, WhatIsLivedWithOrNotDrawnYetHasNoSeverity)
{
    std::vector<Finding> findings{finding(Severity::Error), finding(Severity::Error), finding(Severity::Warning),
                                  finding(Severity::Info),  finding(Severity::Error), finding(Severity::Error)};
    findings[4].waived = true;
    findings[5].todo = true;
    const FindingCounts counts = countsOf(findings);
    EXPECT_EQ(counts.of(Severity::Error), 2);
    EXPECT_EQ(counts.of(Severity::Warning), 1);
    EXPECT_EQ(counts.of(Severity::Info), 1);
    EXPECT_EQ(counts.waived, 1);
    EXPECT_EQ(counts.todo, 1);
}

}  // namespace
}  // namespace lintel::model::lint
