#pragma once

#include "model/io/source_document.h"

namespace lintel::model::io {

/// Reads a `*.lintel.yaml` text (format version 1). Everything but `lintel`, ids and kinds is optional.
/// One error with file, line and column for: not YAML, wrong types, unknown kind, duplicate id, dangling
/// reference, parent cycle, forbidden container, a newer major version, more than 64 MB, aliases that explode,
/// nesting too deep. `file` is only the name to show.
Result<SourceDocument> read(std::string text, const std::string& file, const catalogue::Catalogue& catalogue);

/// The same from a path; `-` is standard input. Fails when it cannot be read.
Result<SourceDocument> readFile(const std::string& path, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io
