#pragma once

#include "model/document/document.h"

#include <string_view>

namespace lintel::model::layout {

/// How a connection is drawn.
enum class RouteStyle {
    Orthogonal,  ///< across and down, around everything
    Straight,    ///< from end to end, or from corner to corner the user has set; blocks on the way are passed over
    Curved,      ///< the orthogonal way with wide curves for corners
};

/// The key of the style in a file, both at the top (for all connections) and at a connection.
inline constexpr std::string_view kRouteStyleKey = "line-style";

/// As written in files: orthogonal, straight, curved.
std::string_view nameOf(RouteStyle style);

/// What the connection says, else what the design says. Anything unknown counts as not said: orthogonal.
RouteStyle routeStyleOf(const Document& document, const Connection& connection);

}  // namespace lintel::model::layout
