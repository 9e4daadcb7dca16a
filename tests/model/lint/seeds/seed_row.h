#pragma once

#include "model/lint/finding.h"
#include "tests/support/design_builder.h"

#include <functional>
#include <string>
#include <vector>

namespace lintel::test {

/// A reference architecture, and what is done to it.
struct SeedDesign {
    std::string name;  ///< of a template
    std::function<void(support::DesignBuilder&)> edit = {};
};

/// One sentence of a published architecture: what somebody regretted, or was right about. The rule says it of `before`
/// and does not say it of `after`.
struct SeedRow {
    std::string line;  ///< which post or stage, and the gist
    std::string rule;
    SeedDesign before;
    SeedDesign after;
    std::string subject = {};                                     ///< the finding is about it; empty = about anything
    model::lint::Severity atLeast = model::lint::Severity::Info;  ///< milder words do not count
};

/// Rows for the posts' sentences, and for each finding and clean line of the reference architectures built from them.
const std::vector<SeedRow>& seedRows();

}  // namespace lintel::test
