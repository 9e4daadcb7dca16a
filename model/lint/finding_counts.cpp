#include "model/lint/finding_counts.h"

namespace lintel::model::lint {

int FindingCounts::of(Severity severity) const
{
    return severity == Severity::Error ? errors : severity == Severity::Warning ? warnings : infos;
}

FindingCounts countsOf(const std::vector<Finding>& findings)
{
    FindingCounts counts;
    for (const Finding& finding : findings) {
        if (finding.waived)
            ++counts.waived;
        else if (finding.todo)
            ++counts.todo;
        else if (finding.severity == Severity::Error)
            ++counts.errors;
        else if (finding.severity == Severity::Warning)
            ++counts.warnings;
        else
            ++counts.infos;
    }
    return counts;
}

}  // namespace lintel::model::lint
