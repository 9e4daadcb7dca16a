#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// Notes where the document puts them; the others in a column below the drawing.
std::vector<NoteGeometry> placeNotes(const Document& document, const TextMetrics& metrics, const Rect& drawing);

}  // namespace lintel::model::layout
