#pragma once

#include "model/lint/finding.h"

#include <vector>

namespace lintel::model::lint {

/// How many findings of each severity; those that were decided to live with, and what is not drawn yet, apart.
struct FindingCounts {
    int errors = 0;
    int warnings = 0;
    int infos = 0;
    int waived = 0;
    int todo = 0;  ///< about what is not drawn yet

    int of(Severity severity) const;
};

FindingCounts countsOf(const std::vector<Finding>& findings);

}  // namespace lintel::model::lint
