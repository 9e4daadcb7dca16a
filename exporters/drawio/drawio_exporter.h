#pragma once

#include "model/analysis/routes.h"
#include "model/document/document.h"
#include "model/graph/architecture_graph.h"
#include "model/layout/geometry.h"

#include <string>

namespace lintel::exporters::drawio {

/// The drawing as a diagrams.net file, uncompressed: AWS's shapes, containers that hold what they hold, connections
/// attached at both ends. Each cell is a `UserObject` with our id, kind and plain properties, which "Edit Data" shows
/// and an import can read back. `geometry` was made from the graph's document. Deterministic.
std::string exportDrawio(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
                         const model::layout::Geometry& geometry);

}  // namespace lintel::exporters::drawio
