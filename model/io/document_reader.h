#pragma once

#include "model/io/source_document.h"
#include "model/io/yaml_tree.h"

namespace lintel::model::io::detail {

/// What the writer must know about the sections of a file, in the order it writes them.
inline constexpr std::string_view kSections[] = {"blocks", "connections", "notes", "waivers", "layout"};

/// Builds the document from a parsed file and checks it against the catalogue.
/// The result's text is empty; the caller has it.
Result<SourceDocument> readTree(const YamlNode& root, const std::string& file, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io::detail
