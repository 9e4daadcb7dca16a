#pragma once

#include "model/lint/finding.h"

namespace lintel::app::cli {

/// As in --fail-on and the JSON contract: `error`, `warning`, `info`.
const char* wordOf(model::lint::Severity severity);

}  // namespace lintel::app::cli
