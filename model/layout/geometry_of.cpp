#include "model/layout/choice.h"
#include "model/layout/layout.h"
#include "model/layout/note_layout.h"
#include "model/layout/routing/router.h"
#include "model/layout/shapes.h"

#include <algorithm>

namespace lintel::model::layout {

namespace {

Geometry drawn(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics,
               const Geometry* before)
{
    LayoutTree tree(document, catalogue, metrics);
    bool isComplete = true;
    for (int i = 1; i < tree.size(); ++i) isComplete = isComplete && tree[i].isPlaced;
    if (!isComplete) placeWell(tree, Scope::NewOnly);

    Geometry geometry = shapesOf(tree);
    geometry.routes = route(document, metrics, geometry, before);
    for (NoteGeometry& pin : pinThreads(document, geometry, metrics)) geometry.notes.push_back(std::move(pin));
    std::sort(geometry.notes.begin(), geometry.notes.end(),
              [](const NoteGeometry& a, const NoteGeometry& b) { return a.id < b.id; });
    geometry.bounds = boundsOf(geometry);
    return geometry;
}

}  // namespace

Geometry geometryOf(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics)
{
    return drawn(document, catalogue, metrics, nullptr);
}

Geometry geometryOf(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics,
                    const Geometry& before)
{
    return drawn(document, catalogue, metrics, &before);
}

}  // namespace lintel::model::layout
