#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// Orthogonal paths for all connections whose ends are drawn, by id, around the blocks and labels of `geometry`.
std::vector<Route> route(const Document& document, const TextMetrics& metrics, const Geometry& geometry);

}  // namespace lintel::model::layout
