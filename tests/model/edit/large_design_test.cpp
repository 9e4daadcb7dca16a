#include "tests/support/large_design.h"

#include "model/catalogue/catalogue.h"
#include "model/document/invariants.h"
#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

namespace lintel::test {

TEST(LargeDesign, IsSoundAndAsLargeAsAskedFor)
{
    for (const int blocks : {100, 250, 1000}) {
        const model::Document design = largeDesign(blocks);
        EXPECT_EQ(design.blocks.size(), static_cast<std::size_t>(blocks));
        EXPECT_TRUE(model::structuralErrors(design).empty());
        EXPECT_TRUE(model::catalogue::containmentErrors(design, model::embedded::catalogue()).empty());
        for (const auto& finding : model::lint::Linter::run(design, model::embedded::catalogue()))
            EXPECT_NE(finding.severity, model::lint::Severity::Error)
                << finding.rule << " " << finding.subjects.front();
    }
}

}  // namespace lintel::test
