#pragma once

#include "model/lint/finding.h"

#include <QIcon>

namespace lintel::app::problems {

/// The sign of a severity in the colour that the canvas gives its badges.
QIcon severityIcon(model::lint::Severity severity, bool dark);

}  // namespace lintel::app::problems
