#pragma once

#include "model/lint/finding.h"
#include "model/lint/policy.h"
#include "tests/support/design_builder.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lintel::test {

/// A reference architecture, and what is done to it.
struct SeedDesign {
    std::string name;  ///< of a template
    std::function<void(support::DesignBuilder&)> edit = {};
    std::shared_ptr<const model::lint::Policy> policy = {};  ///< of the team; null = none
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

/// A sentence that people published about their system, and the rules that must have something to say about it. Each
/// has a row whose line begins with the post.
struct SeedSentence {
    std::string post;  ///< S0 to S4
    std::string gist;
    std::vector<std::string> rules;
};

const std::vector<SeedSentence>& seedSentences();

/// One row for each finding and clean line of the reference architectures, and one for each sentence and rule.
const std::vector<SeedRow>& seedRows();

// Parts of seedRows().
std::vector<SeedRow> startupRows();      ///< A1 to A6
std::vector<SeedRow> otherRows();        ///< B to E
std::vector<SeedRow> firstPostRows();    ///< S0
std::vector<SeedRow> teamPostRows();     ///< S1, S2
std::vector<SeedRow> companyPostRows();  ///< S3
std::vector<SeedRow> budgetPostRows();   ///< S4

}  // namespace lintel::test
