#pragma once

#include <cstddef>
#include <vector>

namespace lintel::model::analysis {

/// For every vertex of a directed graph the nearest one that all ways from `root` pass; the root's own and that of
/// vertices nobody reaches is kNoDominator.
inline constexpr std::size_t kNoDominator = static_cast<std::size_t>(-1);
std::vector<std::size_t> immediateDominators(const std::vector<std::vector<std::size_t>>& edges, std::size_t root);

}  // namespace lintel::model::analysis
