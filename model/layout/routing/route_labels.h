#pragma once

#include "model/document/document.h"
#include "model/layout/routing/route_grid.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// Gives every route that has something to say a label on a stretch of it that is clear of blocks, text, borders
/// and other routes. Labels that are there already stay unless their text has changed. A label that fits nowhere is
/// left out rather than drawn over something.
void labelRoutes(std::vector<Route>& routes, const Document& document, const TextMetrics& metrics, RouteGrid& grid);

}  // namespace lintel::model::layout
