#pragma once

#include "model/base/result.h"

#include <string_view>

namespace lintel::model::io::detail {

inline constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

/// Refuses what no design looks like before a parser sees it: too large, binary, not UTF-8, or brackets nested
/// so deep that the YAML scanner would choke on them.
Result<void> guardText(std::string_view text, const std::string& file);

}  // namespace lintel::model::io::detail
