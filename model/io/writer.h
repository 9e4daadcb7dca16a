#pragma once

#include "model/io/source_document.h"

namespace lintel::model::io {

/// The text of `document` as an edit of `source`: records that did not change keep their bytes, comments and
/// unknown keys included; an unedited document gives the same bytes. Without a source (empty text), the
/// canonical form. The result always reads back as `document`.
std::string write(const Document& document, const SourceDocument& source, const catalogue::Catalogue& catalogue);

/// The canonical form, as `lintel fmt` leaves it: comments and the order of records kept, one style.
std::string format(const SourceDocument& source, const catalogue::Catalogue& catalogue);

/// Writes to a temporary file beside `path` and renames it: a failed save leaves the old file untouched.
Result<void> writeFileAtomically(const std::string& path, const std::string& bytes);

}  // namespace lintel::model::io
