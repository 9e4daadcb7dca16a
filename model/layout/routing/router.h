#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// Orthogonal paths for all connections whose ends are drawn, by id, around the blocks and labels of `geometry`.
/// With an earlier drawing, connections that nothing has touched since keep their path and their label, and the
/// others go around them.
std::vector<Route> route(const Document& document, const TextMetrics& metrics, const Geometry& geometry,
                         const Geometry* before = nullptr);

/// The same without labels and with less care, to compare drawings.
std::vector<Route> routeRoughly(const Document& document, const Geometry& geometry);

}  // namespace lintel::model::layout
