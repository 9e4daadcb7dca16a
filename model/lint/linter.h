#pragma once

#include "model/lint/circumstances.h"
#include "model/lint/rule.h"

#include <string_view>
#include <vector>

namespace lintel::model::lint {

/// All rules, in the order of rules.cmake.
const std::vector<Rule>& allRules();
/// Null when there is no such rule.
const Rule* findRule(std::string_view id);

/// Runs every rule over one snapshot. Pure: no state, no clock, no I/O; call it from any thread.
struct Linter {
    /// Findings in a stable order: errors first, then by rule and subjects. Waived ones are kept and marked.
    static std::vector<Finding> run(const Document& document, const catalogue::Catalogue& catalogue,
                                    const Circumstances& circumstances = {});
    /// Of a snapshot that others ask about as well.
    static std::vector<Finding> run(const analysis::Analyses& analyses, const Circumstances& circumstances = {});
};

}  // namespace lintel::model::lint
