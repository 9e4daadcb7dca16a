#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"
#include "model/lint/policy.h"

namespace lintel::model::io {

/// Reads a team's policy (doc/policy.md). One error with file, line and column for: not YAML, unknown keys, rules,
/// kinds, properties and severities, a pattern that is no regular expression, an assertion without its ends. A typing
/// mistake must not switch a check off in silence.
Result<lint::Policy> readPolicy(std::string_view text, const std::string& file, const catalogue::Catalogue& catalogue);

/// The same from a path.
Result<lint::Policy> readPolicyFile(const std::string& path, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io
