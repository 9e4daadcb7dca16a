#pragma once

#include "model/edit/change_set.h"
#include "model/layout/layout.h"

namespace lintel::app::canvas {

/// A design with a place for every block: auto-layout finds one for those that have none.
struct PlacedDocument {
    model::edit::ChangeSet placing;  ///< from the design as it is; empty when all was placed
    model::Document document;
};

PlacedDocument placed(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                      const model::layout::TextMetrics& metrics);

}  // namespace lintel::app::canvas
