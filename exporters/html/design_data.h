#pragma once

#include "exporters/markdown/sections.h"

#include <string>
#include <vector>

namespace lintel::exporters::html {

/// The design as the page's script reads it, as JSON that is safe inside a script element:
/// `blocks` and `connections` by id, `findings`, `flows` with the steps of each request, and the page's `texts`.
std::string designData(const markdown::Source& source, const std::vector<model::lint::Finding>& findings);

}  // namespace lintel::exporters::html
