#pragma once

#include "model/io/record_fields.h"

namespace lintel::model::io::detail {

/// `id: ...` of a row of that section, with its line break; `layout` always has one line a row.
std::string rowText(const Row& row, std::string_view section, int indent);
/// The whole section with its heading; empty when there is nothing to say.
std::string sectionText(const std::vector<Row>& rows, std::string_view section);
/// A document without a source.
std::string canonicalText(const Document& document, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io::detail
