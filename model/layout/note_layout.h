#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

namespace lintel::model::layout {

/// Notes where the document puts them; the others in a column below the drawing. Threads of a review are pins.
std::vector<NoteGeometry> placeNotes(const Document& document, const TextMetrics& metrics, const Rect& drawing);

/// The pins of open threads, on what they are about or where the document puts them. Of no route's concern: add them
/// once the routes are there. A thread about the design as a whole has none.
std::vector<NoteGeometry> pinThreads(const Document& document, const Geometry& geometry, const TextMetrics& metrics);

}  // namespace lintel::model::layout
