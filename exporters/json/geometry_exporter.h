#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"

#include <string>

namespace lintel::exporters::json {

/// The laid-out geometry in absolute coordinates:
/// `{"nodes":[{"id","kind","parent","x","y","w","h","border","frame"}],"edges":[{"id","from","to","points"}]}`.
/// `border` (straddles its parent's border) and `frame` (around members) stand only where they are true; one
/// record a line. `document` is the one the geometry was made from.
std::string exportGeometry(const model::layout::Geometry& geometry, const model::Document& document);

}  // namespace lintel::exporters::json
