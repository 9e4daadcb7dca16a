#pragma once

#include "model/lint/finding.h"

#include <QIcon>

namespace lintel::app::problems {

/// How many findings of each severity; waived ones and what is not drawn yet apart.
struct Counts {
    int errors = 0;
    int warnings = 0;
    int infos = 0;
    int waived = 0;
    int todo = 0;  ///< about what is not drawn yet

    int of(model::lint::Severity severity) const;
};

Counts countsOf(const std::vector<model::lint::Finding>& findings);

/// The sign of a severity in the colour that the canvas gives its badges.
QIcon severityIcon(model::lint::Severity severity, bool dark);

}  // namespace lintel::app::problems
