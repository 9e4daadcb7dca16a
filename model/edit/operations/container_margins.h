#pragma once

namespace lintel::model::edit {

/// Least distances between a container's border and what it holds, in diagram units.
inline constexpr int kMargin = 16;
inline constexpr int kHeaderMargin = 40;  ///< at the top: room for icon and name

}  // namespace lintel::model::edit
